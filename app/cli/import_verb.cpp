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

}  // namespace

Answer import_log(const Call& call) {
    const auto format = call.has("--format") ? call.value("--format") : std::string{"auto"};
    if (!exchange::format_named(format))
        return refused("There is no format \u201C" + format +
                       "\u201D. There are: table, goodweek, home-glucose, auto.");
    auto file = read_file(call.words[1]);
    if (!file) return refused(file.error());

    Household household{call.profile};
    if (const auto stop = open(household)) return *stop;
    const auto someone = find_person(household.state(), call.words[0]);
    if (!someone) return someone.error();
    household.apply(LookAt{someone->person});
    household.drafts().log.person = someone->person;
    household.apply(FileChosen{.purpose = "import",
                               .name = file_name(call.words[1]),
                               .bytes = *std::move(file),
                               .columns = call.has("--columns") ? call.value("--columns") : "",
                               .format = format});
    if (const auto trouble = household.trouble()) return refused(*trouble);
    if (household.drafts().columns.open && !household.state().import)
        return refused(say({.key = "import.unknown_format"}) +
                       " Or say what each column is, with --columns \"date,time,weight kg,-\".");
    if (!household.state().import) return refused("The file could not be imported.");
    return done(json_of(*household.state().import), text_of(*household.state().import));
}

}  // namespace goodweek::cli
