// import
#include <cstdio>

#include "cli/files.h"
#include "cli/finding.h"
#include "cli/household.h"
#include "cli/verbs.h"
#include "exchange/import.h"

namespace goodweek::cli {

using namespace session;

namespace {

Json json_of(const ImportReport& report) {
    Json reasons = Json::array();
    for (const auto& [line, why] : report.reasons) reasons.push_back({{"line", line}, {"why", say(why)}});
    return {
        {"lines", report.lines},         {"taken", report.taken},     {"noted", report.noted},
        {"refused", report.refused},     {"already", report.already}, {"added", report.added},
        {"reasons", std::move(reasons)}, {"credit", report.credit},   {"columns_left_out", report.columns_left_out}};
}

std::string text_of(const ImportReport& report) {
    const auto number = [](std::size_t count) { return std::to_string(count); };
    std::string text = number(report.lines) + " lines: " + number(report.taken) + " taken, " + number(report.noted) +
                       " noted, " + number(report.refused) + " refused.";
    if (report.already > 0) text += " " + number(report.already) + " were here already.";
    for (const auto& [line, why] : report.reasons) text += "\n  line " + number(line) + ": " + say(why);
    if (!report.columns_left_out.empty()) text += "\nLeft out: " + report.columns_left_out;
    return text + "\n" + report.credit;
}

// A file that was called a home log and has no line of one: an account of every line, and nothing to keep.
std::optional<Answer> nothing_to_keep(const Call& call, exchange::Format format, ByteView file,
                                      const Someone& whose) {
    const auto columns = call.has("--columns") ? call.value("--columns") : std::string{};
    const auto read = exchange::import_file(
        format, file, {.person = whose.person, .people = whose.family->answers.home.people(), .columns = columns});
    if (!read) return refused(exchange::to_sentence(read.error()));
    if (!read->entries.empty()) return std::nullopt;
    ImportReport report{
        .file = file_name(call.words[1]), .lines = read->report.lines, .refused = read->report.refused};
    for (const auto& reason : read->report.reasons) report.reasons.push_back({reason.line, reason.why});
    report.credit = read->credit;
    return done(json_of(report), text_of(report));
}

}  // namespace

Answer import_log(const Call& call) {
    const auto format =
        call.has("--format") ? exchange::format_named(call.value("--format")) : exchange::Format::automatic;
    if (!format)
        return refused("There is no format \u201C" + call.value("--format") +
                       "\u201D. There are: table, goodweek, home-glucose, auto.");
    auto file = read_file(call.words[1]);
    if (!file) return refused(file.error());

    Household household{call.profile};
    if (const auto stop = open(household)) return *stop;
    const auto someone = find_person(household.state(), call.words[0]);
    if (!someone) return someone.error();
    household.apply(LookAt{someone->person});
    household.drafts().log.person = someone->person;
    if (const auto answer = nothing_to_keep(call, *format, *file, *someone)) return *answer;
    household.apply(FileChosen{.purpose = "import",
                               .name = file_name(call.words[1]),
                               .bytes = *std::move(file),
                               .columns = call.has("--columns") ? call.value("--columns") : ""});
    if (const auto trouble = household.trouble()) return refused(*trouble);
    if (!household.state().import) return refused("The file could not be imported.");
    return done(json_of(*household.state().import), text_of(*household.state().import));
}

}  // namespace goodweek::cli
