// The file in which a clinic lends the words of a form (assets/questionnaires/FORMAT.md, "Lent words"), and the form that
// comes of it. Total: any bytes give all of it, or the first thing wrong and where; never half a form.
#pragma once

#include "domain/ids.h"
#include "domain/lent_words.h"
#include "exchange/questionnaire_file.h"

namespace goodweek::exchange {

// What a device of a clinic put its name to. Whether it is one, and whether the signature holds, only who knows the
// clinic's devices can say.
struct SignedWords {
    GroupId clinic{};
    DeviceId signer{};
    Bytes words{};      // as read_lent_words takes them
    Bytes signature{};  // over what_is_signed
};
inline constexpr std::string_view lent_words_label = "lent-words";
inline constexpr std::size_t largest_lent_words = 50'000;  // an event holds 60,000

Bytes what_is_signed(const SignedWords& file);
Bytes write_signed_words(const SignedWords& file);
Result<SignedWords, FileProblem> read_signed_words(ByteView file);

Result<LentWords, FileProblem> read_lent_words(ByteView words);
// The same from JSON, as a clinic writes it, made into the bytes that are signed; natively only.
Result<Bytes, FileProblem> lent_words_from_json(std::string_view text);

// Every question and answer has its words, and nothing else has any.
Result<Questionnaire, FileProblem> completed(Questionnaire form, const LentWords& words);

}  // namespace goodweek::exchange
