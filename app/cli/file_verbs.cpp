// export, backup
#include "cli/files.h"
#include "cli/household.h"
#include "cli/passphrase.h"
#include "cli/verbs.h"
#include "exchange/export.h"

namespace goodweek::cli {

using namespace session;

namespace {

enum class Format { csv, json };

std::optional<Format> format_of(const Call& call) {
    const auto named = call.value("--format");
    const auto& file = call.words[0];
    if (named == "csv" || (named.empty() && file.ends_with(".csv"))) return Format::csv;
    if (named == "json" || (named.empty() && file.ends_with(".json"))) return Format::json;
    return std::nullopt;
}

// Everybody's here: one family's on their own machine, the whole caseload on a clinic's.
std::vector<exchange::Row> rows_of(const State& state) {
    std::vector<exchange::Row> rows;
    for (const auto& [id, family] : state.families) {
        if (state.side == Side::clinic && id == state.own) continue;
        auto more = exchange::rows_of(family.log, family.answers.home);
        rows.insert(rows.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return rows;
}

}  // namespace

Answer export_record(const Call& call) {
    const auto format = format_of(call);
    if (!format) return wrong_use("Say which format: a file that ends in .csv or .json, or --format csv or json.");
    Household household{call.profile};
    if (const auto stop = open(household, For::reading)) return *stop;
    const auto rows = rows_of(household.state());
    const auto text = *format == Format::csv ? exchange::to_csv(rows) : exchange::to_json(rows);
    if (const auto written = write_file(call.words[0], bytes_of(text), over(call)); !written)
        return refused(written.error());
    return done({{"exported", call.words[0]}, {"entries", rows.size()}, {"bytes", text.size()}},
                std::to_string(rows.size()) + " entries are in " + call.words[0] +
                    ". It is not encrypted: whoever has the file can read it.");
}

Answer make_backup(const Call& call) {
    Household household{call.profile};
    if (const auto stop = open(household)) return *stop;
    const auto words = new_passphrase("A passphrase for the backup", Of::backup);
    if (!words) return wrong_use(std::string{no_passphrase});
    auto& draft = household.drafts().settings;
    draft.backup_passphrase = *words;
    draft.backup_again = *words;
    household.apply(MakeBackup{});
    if (!draft.problems.empty()) return refused(draft.problems);
    if (const auto trouble = household.trouble()) return refused(*trouble);
    const auto offered = household.take_offered();
    if (offered.empty()) return refused("The backup could not be made.");
    const auto& bytes = offered.back().bytes;
    if (const auto written = write_file(call.words[0], bytes, over(call)); !written) return refused(written.error());
    return done({{"backup", call.words[0]}, {"bytes", bytes.size()}},
                "Everything is in " + call.words[0] + ", sealed with the passphrase.");
}

}  // namespace goodweek::cli
