#include "exchange/pack_file.h"

#include <algorithm>
#include <array>

#include "exchange/tree_reader.h"

namespace goodweek::exchange {

namespace {

using Why = FileProblem::Why;

constexpr std::array kinds{"reading", "medicine", "activity"};
constexpr int most_times_a_week = 28, longest_ask = 600, most_weeks = 104, longest_grace = 56, oldest_age = 200;

int whole_or(TreeReader& in, std::string_view key, int otherwise, int least, int most) {
    return in.has(key) ? static_cast<int>(in.whole(key, least, most)) : otherwise;
}

PackAsk read_ask(TreeReader& in) {
    PackAsk ask{.what = in.text("what"),
                .when = in.text_if_any("when"),
                .times_a_week = static_cast<int>(in.whole("times_a_week", 1, most_times_a_week)),
                .seconds = static_cast<int>(in.whole("seconds", 5, longest_ask)),
                .youngest = whole_or(in, "from_age", 0, 0, oldest_age),
                .oldest = whole_or(in, "to_age", oldest_age, 0, oldest_age)};
    const auto kind =
        std::ranges::find(kinds, in.text("kind"), [](const char* name) { return std::string_view{name}; });
    if (kind == kinds.end()) in.wrong(Why::no_such, "kind");
    else ask.kind = static_cast<Routine::Kind>(kind - kinds.begin());
    if (ask.kind == Routine::Kind::reading && !find_measure(ask.what)) in.wrong(Why::no_such, "what");
    in.nothing_else();
    return ask;
}

PackForm read_form(TreeReader& in) {
    PackForm form{.questionnaire = in.text("questionnaire"),
                  .form = in.text("form"),
                  .every_weeks = static_cast<int>(in.whole("every_weeks", 1, most_weeks)),
                  .grace_days = whole_or(in, "grace_days", 7, 0, longest_grace)};
    in.nothing_else();
    return form;
}

int minutes_of(const PackForm& form, std::span<const Questionnaire> questionnaires) {
    const auto found = std::ranges::find_if(questionnaires, [&](const Questionnaire& one) {
        return one.id == form.questionnaire && one.form == form.form;
    });
    return found == questionnaires.end() ? 0 : found->minutes;
}

class Packs {
public:
    Packs(std::span<const Questionnaire> questionnaires, std::span<const Section> sections)
        : questionnaires_(questionnaires), sections_(sections) {}

    Pack read(TreeReader& in) const {
        in.skip("place");
        in.skip("source");
        Pack pack{.key = in.text("key"),
                  .condition = in.text("condition"),
                  .title = in.text("title"),
                  .lead = in.text("lead")};
        for (auto& v : in.objects("asks")) pack.asks.push_back(read_ask(v));
        for (auto& v : in.objects("questionnaires")) pack.forms.push_back(read_form(v));
        for (const auto& key : in.array("sections")) {
            const auto* name = key.if_text();
            if (!name || !find_section(sections_, *name)) in.wrong(Why::no_such, "sections");
            else pack.sections.push_back(*name);
        }
        in.nothing_else();
        if (seconds_of(pack) > most_minutes_a_week * 60) in.wrong(Why::out_of_range, "asks");
        return pack;
    }

private:
    int seconds_of(const Pack& pack) const {
        int seconds = 0;
        for (const auto& ask : pack.asks) seconds += seconds_a_week(ask);
        for (const auto& form : pack.forms) seconds += 60 * minutes_of(form, questionnaires_) / form.every_weeks;
        return seconds;
    }

    std::span<const Questionnaire> questionnaires_;
    std::span<const Section> sections_;
};

}  // namespace

Result<std::vector<Pack>, FileProblem> read_packs(const vault::Cbor& file,
                                                  std::span<const Questionnaire> questionnaires,
                                                  std::span<const Section> sections) {
    const auto* items = file.if_array();
    if (!items) return Failure<FileProblem>({Why::not_ours, "packs"});
    std::optional<FileProblem> first;
    std::vector<Pack> packs;
    for (std::size_t i = 0; i < items->size(); ++i) {
        TreeReader in{(*items)[i], "packs[" + std::to_string(i) + "]", first};
        packs.push_back(Packs{questionnaires, sections}.read(in));
        if (std::ranges::count(packs, packs.back().key, &Pack::key) > 1) in.wrong(Why::twice, "key");
    }
    if (first) return Failure<FileProblem>(*first);
    return packs;
}

}  // namespace goodweek::exchange
