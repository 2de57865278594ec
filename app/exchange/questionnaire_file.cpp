#include "exchange/questionnaire_file.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "domain/text.h"
#include "exchange/tree_reader.h"

namespace goodweek::exchange {

namespace {

using Why = FileProblem::Why;
using Is = AskedWhen::Is;

constexpr std::string_view value_of_option = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
constexpr std::string_view least_number = "http://hl7.org/fhir/StructureDefinition/minValue";
constexpr std::string_view most_number = "http://hl7.org/fhir/StructureDefinition/maxValue";
constexpr std::string_view low_end = "https://goodweek.example/fhir/low";
constexpr std::string_view high_end = "https://goodweek.example/fhir/high";
constexpr std::string_view when_skipped = "https://goodweek.example/fhir/when-skipped";

constexpr std::int64_t furthest_number = 1'000'000;
constexpr std::size_t most_questions = 200;

template <class Choice, std::size_t Size>
Choice choice(TreeReader& in, std::string_view key,
              const std::array<std::pair<std::string_view, Choice>, Size>& all) {
    const auto name = in.text(key);
    const auto found = std::ranges::find(all, name, &std::pair<std::string_view, Choice>::first);
    if (found != all.end()) return found->second;
    in.wrong(Why::no_such, key);
    return all.front().second;
}

constexpr std::array classes{std::pair{std::string_view{"A"}, LicenceClass::free},
                             std::pair{std::string_view{"B"}, LicenceClass::share_alike},
                             std::pair{std::string_view{"C"}, LicenceClass::licensed}};
constexpr std::array betters{std::pair{std::string_view{"higher"}, Better::higher},
                             std::pair{std::string_view{"lower"}, Better::lower},
                             std::pair{std::string_view{"neither"}, Better::neither}};
constexpr std::array wordings{std::pair{std::string_view{"verified"}, true},
                              std::pair{std::string_view{"from memory"}, false}};
constexpr std::array pages{std::pair{std::string_view{"harm"}, SafetyRule::Page::harm},
                           std::pair{std::string_view{"drinking"}, SafetyRule::Page::drinking},
                           std::pair{std::string_view{"support"}, SafetyRule::Page::support},
                           std::pair{std::string_view{"low"}, SafetyRule::Page::low}};
constexpr std::array operators{
    std::pair{std::string_view{"exists"}, Is::answered}, std::pair{std::string_view{"="}, Is::equal},
    std::pair{std::string_view{"!="}, Is::other},        std::pair{std::string_view{">"}, Is::more},
    std::pair{std::string_view{"<"}, Is::less},          std::pair{std::string_view{">="}, Is::at_least},
    std::pair{std::string_view{"<="}, Is::at_most}};

// ---- FHIR's part -------------------------------------------------------------------------------------------------------------

struct Extensions {
    std::optional<Thousandths> value{}, skipped{};
    std::optional<std::int64_t> least{}, most{};
    std::string low{}, high{};
};

Extensions read_extensions(TreeReader& in) {
    Extensions found;
    for (auto& one : in.objects("extension")) {
        const auto url = one.text("url");
        if (url == value_of_option) found.value = one.number("valueDecimal");
        else if (url == when_skipped) found.skipped = one.number("valueDecimal");
        else if (url == least_number) found.least = one.whole("valueInteger", -furthest_number, furthest_number);
        else if (url == most_number) found.most = one.whole("valueInteger", -furthest_number, furthest_number);
        else if (url == low_end) found.low = one.text("valueString");
        else if (url == high_end) found.high = one.text("valueString");
        else one.wrong(Why::no_such, "url");
        one.nothing_else();
    }
    return found;
}

AnswerOption read_option(TreeReader in) {
    in.skip("system");
    AnswerOption option{
        .code = in.text("code"), .words = in.text_if_any("display"), .value = read_extensions(in).value};
    in.nothing_else();
    return option;
}

class FhirPart {
public:
    explicit FhirPart(Questionnaire& into) : into_(into) {}

    void read(TreeReader in) {
        for (const std::string_view said : {"url", "name", "status", "language", "copyright", "subjectType", "code",
                                            "publisher", "date", "description", "experimental"})
            in.skip(said);
        if (in.text("resourceType") != "Questionnaire") in.wrong(Why::no_such, "resourceType");
        into_.title = in.text("title");
        in.text("version");
        for (auto& set : in.objects("contained")) read_value_set(set);
        read_items(in);
        in.nothing_else();
        if (into_.questions.empty()) in.wrong(Why::missing, "item");
        if (into_.questions.size() > most_questions) in.wrong(Why::out_of_range, "item");
    }

private:
    void read_value_set(TreeReader& in) {
        in.skip("status");
        if (in.text("resourceType") != "ValueSet") in.wrong(Why::no_such, "resourceType");
        const auto id = in.text("id");
        auto compose = in.object("compose");
        for (auto& include : compose.objects("include")) {
            include.skip("system");
            for (auto& concept_read : include.objects("concept"))
                value_sets_[id].push_back(read_option(concept_read));
            include.nothing_else();
        }
        compose.nothing_else();
        in.nothing_else();
    }

    void read_items(TreeReader& in) {
        for (auto& item : in.objects("item")) read_item(item);
    }

    void read_item(TreeReader& in) {
        in.skip("code");
        in.skip("prefix");
        Question question{.id = in.text("linkId"), .words = in.text_if_any("text")};
        if (into_.find(question.id)) in.wrong(Why::twice, "linkId");
        const auto type = in.text("type");
        const bool total = in.yes_if_any("readOnly");
        const auto said = read_extensions(in);
        question.needed = in.yes_if_any("required");
        question.when_skipped = said.skipped;
        question.low_words = said.low;
        question.high_words = said.high;
        read_conditions(in, question);
        if (type == "choice") {
            question.kind = Question::Kind::choice;
            read_options(in, question);
        } else if (type == "integer") {
            question.kind = Question::Kind::number;
            if (!total && (!said.least || !said.most || *said.least >= *said.most))
                in.wrong(Why::missing, "extension");
            question.lowest = said.least.value_or(0);
            question.highest = said.most.value_or(0);
        } else if (type == "text") {
            question.kind = Question::Kind::text;
        } else if (type == "display" || type == "group") {
            question.kind = Question::Kind::words_only;
        } else {
            in.wrong(Why::no_such, "type");
        }
        if (!total) into_.questions.push_back(std::move(question));
        if (type == "group") read_items(in);
        in.nothing_else();
    }

    void read_options(TreeReader& in, Question& question) {
        if (in.has("answerValueSet")) {
            const auto name = in.text("answerValueSet");
            const auto set = name.starts_with('#') ? value_sets_.find(name.substr(1)) : value_sets_.end();
            if (set == value_sets_.end()) in.wrong(Why::no_such, "answerValueSet");
            else question.options = set->second;
        }
        for (auto& option : in.objects("answerOption")) {
            question.options.push_back(read_option(option.object("valueCoding")));
            option.nothing_else();
        }
        if (question.options.size() < 2) in.wrong(Why::missing, "answerOption");
        std::set<std::string> codes;
        for (const auto& option : question.options)
            if (!codes.insert(option.code).second) in.wrong(Why::twice, "answerOption");
    }

    void read_conditions(TreeReader& in, Question& question) {
        for (auto& one : in.objects("enableWhen")) {
            AskedWhen when{.question = one.text("question"), .is = choice(one, "operator", operators)};
            // Only earlier ones: so no question can wait for itself, and none appears behind somebody's back.
            const auto* earlier = into_.find(when.question);
            if (!earlier) one.wrong(Why::not_in_order, "question");
            if (when.is == Is::answered) {
                if (!one.yes("answerBoolean")) when.is = Is::unanswered;
            } else if (one.has("answerCoding")) {
                auto coding = one.object("answerCoding");
                coding.skip("system");
                coding.skip("display");
                when.code = coding.text("code");
                coding.nothing_else();
                if (earlier &&
                    std::ranges::find(earlier->options, when.code, &AnswerOption::code) == earlier->options.end())
                    one.wrong(Why::no_such, "answerCoding");
            } else {
                when.number = one.whole("answerInteger", -furthest_number, furthest_number);
            }
            one.nothing_else();
            question.asked_when.push_back(std::move(when));
        }
        question.any_will_do = in.has("enableBehavior") && in.text("enableBehavior") == "any";
    }

    Questionnaire& into_;
    std::map<std::string, std::vector<AnswerOption>> value_sets_;
};

// ---- ours --------------------------------------------------------------------------------------------------------------------

// The values that a question can add to a sum; none for one that has no value.
std::vector<Thousandths> values_of(const Question& question) {
    std::vector<Thousandths> values;
    for (const auto& option : question.options)
        if (option.value) values.push_back(*option.value);
    if (question.kind == Question::Kind::number)
        for (auto number = question.lowest; number <= question.highest && values.size() < 1000; ++number)
            values.push_back(number * 1000);
    return values;
}

void read_table(TreeReader& in, ScoreRule& rule) {
    for (const auto& row : in.array("table")) {
        const auto* pair = row.if_array();
        const auto from = pair && pair->size() == 2 ? (*pair)[0].if_integer() : std::nullopt;
        const auto to = from ? (*pair)[1].if_integer() : std::nullopt;
        if (!to) in.wrong(Why::wrong_type, "table");
        else rule.table.emplace_back(*from, *to);
    }
}

void read_bands(TreeReader& in, ScoreRule& rule) {
    for (auto& one : in.objects("bands")) {
        rule.bands.push_back({one.number("from"), one.number("to"), one.text("words")});
        one.nothing_else();
    }
}

// Every sum that can come about has its score, and the least and the most of them are those that are said.
void check_reach(TreeReader& in, const Questionnaire& questionnaire, const ScoreRule& rule) {
    std::set<Thousandths> sums{0};
    for (const auto& id : rule.questions) {
        const auto* question = questionnaire.find(id);
        const auto values = question ? values_of(*question) : std::vector<Thousandths>{};
        if (values.empty()) return in.wrong(Why::no_such, "questions");
        std::set<Thousandths> more;
        for (const auto sum : sums)
            for (const auto value : values) more.insert(sum + value);
        if (rule.needed < rule.questions.size()) more.insert(sums.begin(), sums.end());
        sums = std::move(more);
        if (sums.size() > 100'000) return in.wrong(Why::out_of_range, "questions");
    }
    if (rule.table.empty()) return;
    for (const auto sum : sums)
        if (std::ranges::count(rule.table, sum, &std::pair<Thousandths, Thousandths>::first) != 1)
            return in.wrong(Why::other_table, "table");
}

ScoreRule read_score(TreeReader& in, const Questionnaire& questionnaire) {
    ScoreRule rule{.id = in.text("id"), .name = in.text("name")};
    for (const auto& one : in.array("questions")) {
        const auto* id = one.if_text();
        if (id) rule.questions.push_back(*id);
        else in.wrong(Why::wrong_type, "questions");
    }
    if (rule.questions.empty()) in.wrong(Why::missing, "questions");
    rule.needed = static_cast<std::size_t>(in.whole("needed", 1, static_cast<std::int64_t>(rule.questions.size())));
    if (in.has("table")) read_table(in, rule);
    else if (in.has("times")) rule.times = in.number("times");
    rule.lowest = in.number("lowest");
    rule.highest = in.number("highest");
    if (rule.lowest >= rule.highest) in.wrong(Why::out_of_range, "highest");
    rule.better = choice(in, "better", betters);
    rule.any_change = in.number("any_change");
    rule.matters = in.number_if_any("matters");
    rule.reliable = in.number_if_any("reliable");
    rule.change_source = in.text("change_source");
    read_bands(in, rule);
    in.nothing_else();
    check_reach(in, questionnaire, rule);
    return rule;
}

SafetyRule read_safety(TreeReader& in, const Questionnaire& questionnaire) {
    SafetyRule rule{.question = in.text_if_any("question"),
                    .score = in.text_if_any("score"),
                    .from = in.number_if_any("from"),
                    .to = in.number_if_any("to"),
                    .page = choice(in, "page", pages)};
    const auto of = rule.score.empty() ? "question" : "score";
    const bool is_there = rule.score.empty() ? questionnaire.find(rule.question) != nullptr
                                             : questionnaire.find_score(rule.score) && rule.question.empty();
    if (!is_there) in.wrong(Why::no_such, of);
    if (!rule.from && !rule.to) in.wrong(Why::missing, "from");
    in.nothing_else();
    return rule;
}

void read_instrument(TreeReader in, Questionnaire& into) {
    into.id = in.text("id");
    into.form = in.text("form");
    into.version = in.text("version");
    into.licence_class = choice(in, "class", classes);
    into.owner = in.text("owner");
    into.licence = in.text("licence");
    into.attribution = in.text("attribution");
    into.source_url = in.text_if_any("source_url");
    into.commercial_use = in.yes("commercial_use");
    into.wording_verified = choice(in, "wording", wordings);
    into.youngest = static_cast<int>(in.whole("youngest", 0, 130));
    into.oldest = in.has("oldest") ? static_cast<int>(in.whole("oldest", into.youngest, 130)) : 130;
    into.recall = in.text_if_any("recall");
    into.minutes = static_cast<int>(in.whole("minutes", 1, 60));
    into.again_after_days = static_cast<int>(in.whole("again_after_days", 0, 3660));
    into.together = in.yes_if_any("together");
    for (auto& score : in.objects("scores")) into.scores.push_back(read_score(score, into));
    for (auto& one : in.objects("safety")) into.safety.push_back(read_safety(one, into));
    in.nothing_else();
}

// Words where its owners let us have them, and none where they do not.
void check_words(const TreeReader& in, const Questionnaire& questionnaire, std::optional<FileProblem>& first) {
    const bool wanted = questionnaire.licence_class != LicenceClass::licensed;
    for (const auto& question : questionnaire.questions) {
        bool all = !question.words.empty(), any = all || !question.low_words.empty() || !question.high_words.empty();
        for (const auto& option : question.options) {
            all = all && !option.words.empty();
            any = any || !option.words.empty();
        }
        if (first || (wanted ? all : !any)) continue;
        first = FileProblem{wanted ? Why::no_words : Why::has_words, in.path() + " " + question.id};
    }
}

Questionnaire read_one(const vault::Cbor& file, std::string path, std::optional<FileProblem>& first) {
    Questionnaire questionnaire;
    TreeReader in{file, std::move(path), first};
    FhirPart{questionnaire}.read(in.object("questionnaire"));
    read_instrument(in.object("instrument"), questionnaire);
    in.nothing_else();
    check_words(in, questionnaire, first);
    return questionnaire;
}

// How a problem names its questionnaire: by the id that it says it has.
std::string name_of(const vault::Cbor& file, std::size_t place) {
    const auto* instrument = file.if_map() ? vault::find(file, "instrument") : nullptr;
    const auto* id = instrument && instrument->if_map() ? vault::find(*instrument, "id") : nullptr;
    return id && id->if_text() ? *id->if_text() : "[" + std::to_string(place) + "]";
}

}  // namespace

Result<std::vector<Questionnaire>, FileProblem> read_questionnaires(const vault::Cbor& file) {
    const auto* several = file.if_array();
    const std::span<const vault::Cbor> files = several ? *several : std::span{&file, 1};
    std::optional<FileProblem> first;
    std::vector<Questionnaire> all;
    for (std::size_t i = 0; i < files.size() && !first; ++i) {
        all.push_back(read_one(files[i], name_of(files[i], i), first));
        for (std::size_t j = 0; j < i && !first; ++j)
            if (all[i].id == all[j].id && all[i].form == all[j].form) first = FileProblem{Why::twice, all[i].id};
    }
    if (first) return Failure<FileProblem>(*first);
    return all;
}

}  // namespace goodweek::exchange
