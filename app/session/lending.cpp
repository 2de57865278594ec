#include "session/lending.h"

#include <algorithm>

#include "exchange/lent_words_file.h"
#include "session/handlers.h"
#include "session/questionnaires.h"

namespace goodweek::session {

namespace {

using exchange::FileProblem;

Failure<Sentence> no(std::string key, std::string where = {}) {
    return Failure<Sentence>(Sentence{.key = std::move(key), .gaps = {{"where", std::move(where)}}});
}

Failure<Sentence> no(const FileProblem& problem) {
    using Why = FileProblem::Why;
    switch (problem.why) {
        case Why::missing:
        case Why::no_words: return no("lent.missing", problem.where);
        case Why::no_such:
        case Why::unknown_field:
        case Why::twice: return no("lent.not_known", problem.where);
        case Why::empty:
        case Why::too_big:
        case Why::not_ours: return no("lent.not_ours");
        default: return no("lent.wrong", problem.where);
    }
}

// As it came with the app, without its words.
const Questionnaire* form_of(const State& state, const LentWords& words) {
    const auto found = std::ranges::find_if(state.questionnaires, [&](const Questionnaire& one) {
        return one.id == words.questionnaire && one.form == words.form;
    });
    return found == state.questionnaires.end() ? nullptr : &*found;
}

Result<State::Lent, FileProblem> lent_by(const State& state, ByteView words) {
    const auto read = TRY(exchange::read_lent_words(words));
    const auto* form = form_of(state, read);
    if (!form) return Failure<FileProblem>({FileProblem::Why::no_such, read.questionnaire + "." + read.form});
    auto complete = TRY(exchange::completed(*form, read));
    return State::Lent{.form = std::move(complete),
                       .holder = read.holder,
                       .licence_number = read.licence_number,
                       .until = read.until};
}

// A device that is in the clinic now: ours, or the one we joined.
const wire::Device* signer_of(const Inside& in, const exchange::SignedWords& file) {
    const auto* household = in.member ? in.member->own() : nullptr;
    const bool known = household && (file.clinic == in.member->group() ? household->is_clinic()
                                                                       : household->link(file.clinic) != nullptr);
    const auto* clinic = known ? in.member->roster(file.clinic) : nullptr;
    const auto* device = clinic ? clinic->device(file.signer) : nullptr;
    return device && device->active() ? device : nullptr;
}

Result<State::Lent, Sentence> looked_at(const Inside& in, ByteView bytes) {
    const auto file = exchange::read_signed_words(bytes);
    if (!file) return no(file.error());
    const auto* signer = signer_of(in, *file);
    if (!signer) return no("lent.other_clinic");
    if (!vault::verify(signer->sign_key, exchange::lent_words_label, exchange::what_is_signed(*file),
                       file->signature))
        return no("lent.not_ours");
    auto lent = lent_by(in.state, file->words);
    if (!lent) return no(lent.error());
    if (lent->until < in.state.today()) return no("lent.over");
    return *lent;
}

// A later file for the same form takes the place of the one before.
EntityId place_of(const Questionnaire& form) {
    const auto name = form.id + "." + form.form;
    return *EntityId::from(ByteView(vault::hash("lent", {bytes_of(name)})).first(EntityId::size));
}

std::optional<State::Lent> kept(Inside& in, ByteView file) {
    auto lent = looked_at(in, file);
    if (!lent) {
        in.notify(Notice::Tone::problem, lent.error());
        return std::nullopt;
    }
    in.record_in(in.state.families[in.state.own], place_of(lent->form), std::nullopt, in.here(),
                 records::WordsLent{Bytes(file.begin(), file.end())});
    find_lent(in);
    in.notify(Notice::Tone::good, {.key = "lent.taken", .gaps = {{"name", lent->form.title}}});
    return std::move(*lent);
}

}  // namespace

void find_lent(Inside& in) {
    in.state.lent.clear();
    const auto own = in.state.families.find(in.state.own);
    if (own == in.state.families.end()) return;
    for (const auto& [entity, bytes] : own->second.answers.lent.files()) {
        const auto file = exchange::read_signed_words(bytes);
        if (!file) continue;
        if (auto lent = lent_by(in.state, file->words)) in.state.lent.push_back(std::move(*lent));
    }
}

void take_words(Inside& in, ByteView file) { kept(in, file); }

void apply(Inside& in, const LendWords& asked) {
    if (in.state.side != Side::clinic || !in.member) return;
    exchange::SignedWords file{
        .clinic = in.member->group(), .signer = in.member->keys().id, .words = asked.words, .signature = {}};
    const auto signature = vault::sign(in.member->keys().sign_seed, exchange::lent_words_label, what_is_signed(file));
    file.signature.assign(signature.begin(), signature.end());
    const auto bytes = exchange::write_signed_words(file);
    if (const auto lent = kept(in, bytes))
        in.ask(OfferFile{.name = lent->form.id + "-" + lent->form.form + ".gww",
                         .type = "application/octet-stream",
                         .bytes = bytes});
}

}  // namespace goodweek::session
