// One question in its exact words and nothing beside it; before the first, who answers and who can read it; and before
// everything else the page that an answer calls for.
#include <algorithm>

#include "session/command.h"
#include "session/questionnaires.h"
#include "ui/views/frame.h"
#include "ui/views/safety.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;
using session::QuestionDraft;

namespace {

std::string name_of(const State& state, const QuestionDraft& draft) {
    return std::string(state.family()->answers.home.name_of(draft.person));
}

bool clinic_reads(const State& state) {
    const auto& family = *state.family();
    return family.linked && family.answers.home.sharing().has(Shared::questionnaires);
}

// Why none of it can be put.
std::string_view why_not(const State& state, const Questionnaire* questionnaire) {
    if (state.questionnaires.empty()) return "questionnaires.coming";
    if (!questionnaire) return "questionnaires.gone";
    return has_words(*questionnaire) ? "lent.over" : "lent.words_missing";
}

void leave(Ui& ui) {
    if (quiet(ui, "leave", ui.text("question.leave"))) ui.emit(session::LeaveQuestions{});
}

void credit(Ui& ui, const Questionnaire& questionnaire) {
    paragraph(ui, questionnaire.attribution, Look::small_hint);
}

void beginning(Ui& ui, const State& state, const Questionnaire& questionnaire, QuestionDraft& draft) {
    title(ui, questionnaire.title);
    paragraph(ui, ui.counted("questionnaires.minutes", questionnaire.minutes), Look::hint);
    if (questionnaire.together) paragraph(ui, ui.text("question.together"));
    const auto name = name_of(state, draft);
    choice(ui, "mode",
           {.legend = ui.text("question.who_answers"),
            .options = {{.value = 0, .label = ui.text("question.alone", {{"name", name}})},
                        {.value = 1, .label = ui.text("question.read_aloud", {{"name", name}})},
                        {.value = 2, .label = ui.text("question.interpreter", {{"name", name}})},
                        {.value = 3, .label = ui.text("question.proxy", {{"name", name}})}}},
           draft.mode);
    paragraph(ui, {.text = ui.text(clinic_reads(state) ? "question.clinic_reads" : "question.family_reads"),
                   .icon = "eye"});
    if (button(ui, "begin", ui.text("question.begin")) || ui.enter) ui.emit(session::BeginQuestions{});
    leave(ui);
    credit(ui, questionnaire);
}

void options(Ui& ui, const Question& question, QuestionDraft& draft, const std::string& error) {
    Choice made{.legend = question.words, .error = error, .look = Choice::Look::rows, .question = true};
    for (std::size_t i = 0; i < question.options.size(); ++i)
        made.options.push_back({.value = static_cast<int>(i), .label = question.options[i].words});
    made.options.push_back({.value = static_cast<int>(question.options.size()),
                            .label = ui.text("question.rather_not"),
                            .over = ui.text("question.or")});
    if (choice(ui, "answer", made, draft.chosen)) ui.emit(session::ChooseAnswer{});
}

// For questions that have no options to choose from.
void rather_not(Ui& ui, QuestionDraft& draft) {
    bool declined = draft.chosen >= 0;
    if (!check(ui, "rather-not", {.label = ui.text("question.rather_not"), .plain = true}, declined)) return;
    draft.chosen = declined ? 0 : -1;
    if (declined) {
        draft.rating.reset();
        draft.text.clear();
    }
    ui.emit(session::ChooseAnswer{});
}

void number(Ui& ui, const Question& question, QuestionDraft& draft, const std::string& error) {
    if (session::is_rating(question)) {
        if (rating(ui, "answer",
                   {.legend = question.words,
                    .error = error,
                    .low = question.low_words.empty() ? "" : "0: " + question.low_words,
                    .high = question.high_words.empty() ? "" : "10: " + question.high_words,
                    .question = true},
                   draft.rating)) {
            draft.chosen = -1;
            ui.emit(session::ChooseAnswer{});
        }
    } else {
        number_field(ui, "answer",
                     {.label = question.words,
                      .hint = ui.text("question.from_to", {{"lowest", std::to_string(question.lowest)},
                                                           {"highest", std::to_string(question.highest)}}),
                      .error = error,
                      .question = true},
                     draft.text);
    }
    rather_not(ui, draft);
}

void words(Ui& ui, const Question& question, QuestionDraft& draft, const std::string& error) {
    text_field(ui, "answer", {.label = question.words, .error = error, .multiline = true, .question = true},
               draft.text);
    rather_not(ui, draft);
}

void put(Ui& ui, const Questionnaire& questionnaire, const Question& question, QuestionDraft& draft, int of) {
    problems(ui, draft.problems);
    paragraph(ui,
              ui.text("question.of", {{"at", std::to_string(draft.at + 1)}, {"of", std::to_string(of)}}) + " " +
                  ui.counted("questionnaires.minutes", questionnaire.minutes),
              Look::hint);
    if (const auto before = words_before(questionnaire, question); !before.empty()) paragraph(ui, before);
    const auto error = problem_of(ui, draft.problems, "answer");
    if (question.kind == Question::Kind::choice) options(ui, question, draft, error);
    else if (question.kind == Question::Kind::number) number(ui, question, draft, error);
    else words(ui, question, draft, error);
    if (button(ui, "continue", ui.text("do.continue")) || ui.enter) ui.emit(session::NextQuestion{});
    if (quiet(ui, "before", ui.text(draft.at == 0 ? "do.back" : "question.before")))
        ui.emit(session::QuestionBefore{});
    leave(ui);
    credit(ui, questionnaire);
}

}  // namespace

void question(Ui& ui, const State& state, QuestionDraft& draft) {
    const auto* questionnaire = session::find_questionnaire(state, draft.questionnaire, draft.form);
    const auto* shown = session::question_in_hand(state);
    Framed frame{.id = "question",
                 .back = ui.text("questionnaires.title"),
                 .back_href = "#/questionnaires",
                 .tab = ui.text("questionnaires.title"),
                 .whose = draft.person};
    if (draft.safety) {
        frame.id = "safety";
        return framed(ui, state, frame, [&] { safety(ui, *draft.safety, clinic_reads(state)); });
    }
    if (!questionnaire || !shown) {
        return framed(ui, state, frame, [&] {
            title(ui, ui.text("questionnaires.title"));
            paragraph(ui, {.text = ui.text(why_not(state, questionnaire)), .live = Live::polite});
        });
    }
    if (!draft.begun) return framed(ui, state, frame, [&] { beginning(ui, state, *questionnaire, draft); });
    // Each is a page of its own: its heading is read first.
    frame.id += "-" + shown->id;
    frame.step = static_cast<int>(draft.at) + 1;
    frame.of = static_cast<int>(asked(*questionnaire, draft.answers).size());
    framed(ui, state, frame, [&] { put(ui, *questionnaire, *shown, draft, frame.of); });
}

}  // namespace goodweek::ui
