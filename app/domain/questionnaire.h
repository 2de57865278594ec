// A questionnaire as its owners published it, what somebody answered, and what the answers come to. Wording, order and
// scoring are data (assets/questionnaires/FORMAT.md); nothing here knows any one instrument. Scores are whole thousandths.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/measure.h"

namespace goodweek {

struct AnswerOption {
    std::string code{};
    std::string words{};
    std::optional<Thousandths> value{};  // none: "Don't know" counts as no answer
};

// Asked only where an earlier answer was so (FHIR's enableWhen).
struct AskedWhen {
    enum class Is { answered, unanswered, equal, other, more, less, at_least, at_most };
    std::string question{};
    Is is = Is::equal;
    std::string code{};       // of an option, or
    std::int64_t number = 0;  // a whole number
};

struct Question {
    enum class Kind { words_only, choice, number, text };
    std::string id{};
    std::string words{};
    Kind kind = Kind::choice;
    bool needed = false;
    std::vector<AnswerOption> options{};
    std::int64_t lowest = 0, highest = 10;  // of a number
    std::string low_words{}, high_words{};  // what its two ends mean
    std::vector<AskedWhen> asked_when{};
    bool any_will_do = false;                   // of asked_when; else all of them
    std::optional<Thousandths> when_skipped{};  // what it counts as where it is not asked
};

struct Band {
    Thousandths from, to;
    std::string words;
};

struct ScoreRule {
    std::string id{}, name{};
    std::vector<std::string> questions{};  // whose values are added
    std::size_t needed = 0;                // answers, fewer is no score
    Thousandths times = 1000;
    std::vector<std::pair<Thousandths, Thousandths>> table{};  // instead: from each sum to its score
    Thousandths lowest = 0, highest = 0;
    Better better = Better::neither;
    // Changes of the score: the least that is one at all, the least that matters to people, the least that is no chance.
    Thousandths any_change = 1000;
    std::optional<Thousandths> matters{}, reliable{};
    std::string change_source{};  // "design" is our own
    std::vector<Band> bands{};    // for a clinic's eyes: they sound like a diagnosis
};

// A page that stands before everything else the moment a question is answered so, or a score comes out so: from and to are
// both in it.
struct SafetyRule {
    enum class Page { harm, drinking, support, low };
    std::string question{};  // or
    std::string score{};
    std::optional<Thousandths> from{}, to{};
    Page page = Page::support;

    bool is_met(Thousandths value) const { return (!from || value >= *from) && (!to || value <= *to); }
};

// Who may be given its words: everybody; everybody who sells nothing; only those a licensed clinic gives them to.
enum class LicenceClass { free, share_alike, licensed };

struct Questionnaire {
    std::string id{}, form{}, version{};
    std::string title{}, recall{};
    LicenceClass licence_class = LicenceClass::free;
    std::string owner{}, licence{}, attribution{}, source_url{};
    bool commercial_use = false;
    bool wording_verified = false;
    int youngest = 0, oldest = 130;
    int minutes = 1;
    int again_after_days = 28;
    bool together = false;  // a worker fills it in with the person
    std::vector<Question> questions{};
    std::vector<ScoreRule> scores{};
    std::vector<SafetyRule> safety{};

    const Question* find(std::string_view question) const;
    const ScoreRule* find_score(std::string_view score) const;
};

// ---- answers ---------------------------------------------------------------------------------------------------------------

struct ItemAnswer {
    std::string question{};
    std::string code{};                    // of the option that was chosen
    std::optional<std::int64_t> number{};  // or the number given
    std::string text{};                    // or the words written
    bool declined = false;                 // "I would rather not say": an answer, and no value
    friend bool operator==(const ItemAnswer&, const ItemAnswer&) = default;
};
using ItemAnswers = std::vector<ItemAnswer>;

const ItemAnswer* answer_to(const ItemAnswers& answers, std::string_view question);
// In place of what was answered before.
void put_answer(ItemAnswers& answers, ItemAnswer answer);

// How it was filled in. Answers given for somebody else are never in one series with their own.
enum class AnswerMode { alone, read_aloud, interpreter, proxy };

struct ScoreGiven {
    std::string score{};
    std::optional<Thousandths> value{};
    int answered = 0, of = 0;  // "Not scored: 5 of 7 answered"
    friend bool operator==(const ScoreGiven&, const ScoreGiven&) = default;
};

// One filling in, whole. Its title and scores stand beside the answers, so that they can be read where the questionnaire's own
// file is no longer there.
struct Response {
    std::string questionnaire{}, form{}, version{};
    std::string title{};  // as it was when it was answered
    AnswerMode mode = AnswerMode::alone;
    ItemAnswers answers{};
    std::vector<ScoreGiven> scores{};
    bool called_for_help = false;  // an answer showed the page for somebody in danger
    friend bool operator==(const Response&, const Response&) = default;
};

enum class AnswerProblem { empty, not_an_option, not_a_number, too_low, too_high, too_long };
inline constexpr std::size_t longest_answer = 4000;

// ---- rules -----------------------------------------------------------------------------------------------------------------

// Whether its words are here: those of a licensed one a clinic has to lend (lent_words.h), and until then nobody can be asked.
bool has_words(const Questionnaire& questionnaire);
// Whether this question is put, after what has been answered so far.
bool is_asked(const Questionnaire& questionnaire, const Question& question, const ItemAnswers& answers);
// Nothing where the answer can stand.
std::optional<AnswerProblem> check(const Question& question, const ItemAnswer& answer);
// The questions that are put, in order, without words that stand alone.
std::vector<const Question*> asked(const Questionnaire& questionnaire, const ItemAnswers& answers);
// The words that stand before a question: the stem, said with each.
std::string words_before(const Questionnaire& questionnaire, const Question& question);

// Answers to questions that are no longer put do not count.
std::vector<ScoreGiven> scores_of(const Questionnaire& questionnaire, const ItemAnswers& answers);
// The page to show at once for this answer, if there is one.
std::optional<SafetyRule::Page> safety_page(const Questionnaire& questionnaire, const ItemAnswer& answer);
// The page to show for what all answers came to, if there is one. A score that was not worked out calls for none.
std::optional<SafetyRule::Page> safety_page(const Questionnaire& questionnaire, std::span<const ScoreGiven> scores);

// From one score to a later one, in words that make no more of it than is known.
enum class Change { none, could_be_chance, better, worse };
Change change_between(const ScoreRule& rule, Thousandths before, Thousandths after);

}  // namespace goodweek
