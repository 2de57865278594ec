// Files in and out: readings from elsewhere, sealed bundles carried by hand, the backup.
#include "domain/text.h"
#include "exchange/import.h"
#include "session/arriving.h"
#include "session/handlers.h"
#include "session/lending.h"
#include "session/placing.h"
#include "sync/bundle_file.h"

namespace goodweek::session {

namespace {

// What is known of its columns already stands in their boxes. False where it is no table.
bool ask_for_columns(Inside& in, const FileChosen& file, bool open) {
    auto head = exchange::head_of(file.bytes);
    if (!head || !file.columns.empty()) return false;
    auto& draft = in.state.drafts.columns;
    draft = {.open = open, .file = file.name};
    for (const auto& heading : head->headings)
        draft.said.push_back(exchange::is_column_name(heading) ? heading : std::string{});
    draft.headings = std::move(head->headings);
    draft.samples = std::move(head->samples);
    in.table_file = file.bytes;
    return true;
}

void import(Inside& in, const FileChosen& file) {
    ImportReport report{.file = file.name, .done = true};
    const PersonId person = in.state.drafts.log.person.empty() ? in.state.looking_at : in.state.drafts.log.person;
    if (!in.home().find(person)) return in.notify(Notice::Tone::problem, {.key = "log.choose_a_person"});
    const auto read =
        exchange::import_file(exchange::format_named(file.format).value_or(exchange::Format::automatic), file.bytes,
                              {.person = person,
                               .today = in.state.today(),
                               .people = in.home().people(),
                               .offset = in.state.offset,
                               .columns = file.columns});
    if (!read) {
        using Problem = exchange::ImportProblem;
        const bool unclear = read.error() == Problem::unknown_format || read.error() == Problem::no_columns;
        if (unclear && ask_for_columns(in, file, true))
            return in.notify(Notice::Tone::info, {.key = "import.say_columns"});
        return in.notify(Notice::Tone::problem, exchange::to_sentence(read.error()));
    }
    in.state.drafts.columns = {};
    if (!read->columns_left_out.empty()) ask_for_columns(in, file, false);
    report.lines = read->report.lines;
    report.taken = read->report.taken;
    report.noted = read->report.noted;
    report.refused = read->report.refused;
    report.credit = read->credit;
    report.columns_left_out = read->columns_left_out;
    for (const auto& reason : read->report.reasons) report.reasons.push_back({reason.line, reason.why});
    Family& family = in.family();
    for (const auto& entry : read->entries) {
        // The same record read again is the same entry, also one that was removed since.
        if (family.log.find(entry.id)) {
            ++report.already;
            continue;
        }
        in.record_in(family, entry.id, entry.person.value_or(person), entry.at, entry.what);
        ++report.added;
    }
    in.notify(Notice::Tone::good, {.key = "import.done", .count = static_cast<long>(report.added)});
    in.state.import = std::move(report);
}

void open_bundles(Inside& in, const FileChosen& file) {
    if (!in.talk || !in.member) return in.notify(Notice::Tone::problem, {.key = "bundle.nobody_to_hear"});
    const auto parts = sync::read_bundle_file(file.bytes);
    if (!parts) {
        const bool newer = parts.error() == sync::FileProblem::update_needed;
        return in.notify(Notice::Tone::problem, {.key = newer ? "trouble.update_needed" : "bundle.not_ours"});
    }
    const auto before = in.unkept.size();
    const auto changes =
        sync::take_bundles(*in.talk, *in.member, *parts, in.now.time_since_epoch().count(), is_event);
    std::string_view refused;
    for (const auto& change : changes) {
        take_change(in, change);
        if (const auto* aside = std::get_if<sync::BundleSetAside>(&change)) refused = trouble_key(aside->why);
    }
    const auto news = static_cast<long>(in.unkept.size() - before);
    in.keep();
    if (!refused.empty()) in.notify(Notice::Tone::problem, {.key = std::string(refused)});
    if (news || refused.empty())
        in.notify(news ? Notice::Tone::good : Notice::Tone::info, {.key = "bundle.opened", .count = news});
}

}  // namespace

void apply(Inside& in, const MakeBundleFile&) {
    if (!in.talk || !in.member) return;
    seal_pending(in);
    if (!in.outbox_on_disk()) in.keep();
    std::vector<Bytes> parts;
    if (const auto* own = in.member->own()) parts = own->entries();
    for (const auto& bundle : in.outbox)
        if (!bundle.done) parts.push_back(bundle.bytes);
    in.ask(OfferFile{.name = "goodweek-" + to_iso(in.state.today()) + ".gwf",
                     .type = "application/octet-stream",
                     .bytes = sync::write_bundle_file(parts)});
    in.notify(Notice::Tone::good, {.key = "bundle.made"});
}

void apply(Inside& in, const ReadColumns&) {
    auto& draft = in.state.drafts.columns;
    if (!in.table_file) return;
    draft.problems.clear();
    std::string line;
    for (std::size_t i = 0; i < draft.said.size(); ++i) {
        const auto said = one_line(draft.said[i]);
        if (!said.empty() && !exchange::is_column_name(said))
            draft.problems.push_back({"column" + std::to_string(i), {.key = "import.column_unknown"}});
        line += (i ? "," : "") + ("\"" + (said.empty() ? "-" : said) + "\"");
    }
    if (!draft.problems.empty()) return in.ask(Announce{{.key = "problem.heading"}, true});
    const auto file = draft.file;
    import(in, {.purpose = "import", .name = file, .bytes = *in.table_file, .columns = line});
}

void apply(Inside& in, const FileChosen& asked) {
    if (asked.purpose == "import") return import(in, asked);
    if (asked.purpose == "bundle") return open_bundles(in, asked);
    if (asked.purpose == "words") return take_words(in, asked.bytes);
    if (asked.purpose == "backup") {
        in.backup_file = asked.bytes;
        in.state.backup_chosen = asked.name;
    }
}

}  // namespace goodweek::session
