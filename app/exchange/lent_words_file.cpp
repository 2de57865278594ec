#include "exchange/lent_words_file.h"

#include <algorithm>

#include "exchange/tree_reader.h"

namespace goodweek::exchange {

namespace {

using vault::Cbor;
using Why = FileProblem::Why;

Failure<FileProblem> no(Why why, std::string where) { return Failure<FileProblem>({why, std::move(where)}); }

Cbor::Map signed_fields(const SignedWords& file) {
    return {{"clinic", Cbor{file.clinic.bytes}}, {"signer", Cbor{file.signer.bytes}}, {"words", Cbor{file.words}}};
}

LentWords::Said read_said(TreeReader& in) {
    LentWords::Said said{.question = in.text("question"), .words = in.text("words")};
    for (auto& option : in.objects("options")) {
        said.options.emplace_back(option.text("code"), option.text("words"));
        option.nothing_else();
    }
    said.low_words = in.text_if_any("low");
    said.high_words = in.text_if_any("high");
    in.nothing_else();
    return said;
}

LentWords read_words(TreeReader& in) {
    LentWords words{.questionnaire = in.text("questionnaire"),
                    .form = in.text("form"),
                    .version = in.text("version"),
                    .language = in.text("language")};
    auto licence = in.object("licence");
    words.holder = licence.text("holder");
    words.licence_number = licence.text("number");
    const auto until = parse_day(licence.text("until"));
    if (until) words.until = *until;
    else licence.wrong(Why::wrong_type, "until");
    licence.nothing_else();
    for (auto& said : in.objects("questions")) words.questions.push_back(read_said(said));
    in.nothing_else();
    return words;
}

// The words of one question put into it, or what is wrong with them.
std::optional<Why> complete(Question& question, const LentWords::Said& said) {
    question.words = said.words;
    question.low_words = said.low_words;
    question.high_words = said.high_words;
    const bool has_ends = !said.low_words.empty() || !said.high_words.empty();
    if (said.options.size() > question.options.size() || (has_ends && question.kind != Question::Kind::number))
        return Why::no_such;
    for (auto& option : question.options) {
        const auto found = std::ranges::find(said.options, option.code, &std::pair<std::string, std::string>::first);
        if (found == said.options.end()) return Why::no_words;
        option.words = found->second;
    }
    return std::nullopt;
}

}  // namespace

Bytes what_is_signed(const SignedWords& file) { return vault::encode(signed_fields(file)); }

Bytes write_signed_words(const SignedWords& file) {
    auto fields = signed_fields(file);
    fields.push_back({"signature", Cbor{file.signature}});
    return vault::encode(std::move(fields));
}

Result<SignedWords, FileProblem> read_signed_words(ByteView file) {
    if (file.empty()) return no(Why::empty, "file");
    if (file.size() > largest_lent_words) return no(Why::too_big, "file");
    const auto tree = vault::decode(file);
    if (!tree || !vault::has_only(*tree, {"clinic", "signature", "signer", "words"}))
        return no(Why::not_ours, "file");
    const auto clinic = vault::block<GroupId::size>(*tree, "clinic");
    const auto signer = vault::block<DeviceId::size>(*tree, "signer");
    const auto words = vault::bytes(*tree, "words"), signature = vault::bytes(*tree, "signature");
    if (!clinic || !signer || !words || !signature) return no(Why::not_ours, "file");
    return SignedWords{.clinic = {*clinic},
                       .signer = {*signer},
                       .words = Bytes(words->begin(), words->end()),
                       .signature = Bytes(signature->begin(), signature->end())};
}

Result<LentWords, FileProblem> read_lent_words(ByteView words) {
    const auto tree = vault::decode(words);
    if (!tree || !tree->if_map()) return no(Why::not_ours, "words");
    std::optional<FileProblem> first;
    const auto* named = vault::find(*tree, "questionnaire");
    TreeReader in{*tree, named && named->if_text() ? *named->if_text() : "words", first};
    auto read = read_words(in);
    if (first) return Failure<FileProblem>(*first);
    return read;
}

Result<Questionnaire, FileProblem> completed(Questionnaire form, const LentWords& words) {
    const auto at = [&](std::string_view question) { return words.questionnaire + " " + std::string(question); };
    if (form.licence_class != LicenceClass::licensed || words.questionnaire != form.id || words.form != form.form ||
        words.version != form.version)
        return no(Why::no_such, words.questionnaire + "." + words.form + " " + words.version);
    for (auto said = words.questions.begin(); said != words.questions.end(); ++said) {
        if (std::ranges::find(words.questions.begin(), said, said->question, &LentWords::Said::question) != said)
            return no(Why::twice, at(said->question));
        const auto question = std::ranges::find(form.questions, said->question, &Question::id);
        if (question == form.questions.end()) return no(Why::no_such, at(said->question));
        if (const auto wrong = complete(*question, *said)) return no(*wrong, at(said->question));
    }
    for (const auto& question : form.questions)
        if (question.words.empty()) return no(Why::no_words, at(question.id));
    return form;
}

}  // namespace goodweek::exchange
