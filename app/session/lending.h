// Forms whose words belong to somebody: a clinic that holds the licence lends them, in a file that one of its devices signed.
#pragma once

#include "session/inside.h"

namespace goodweek::session {

// The forms that can be put with the words that are lent here, anew. Only once the questionnaires have come.
void find_lent(Inside& in);
// Kept where its signature holds and every question has its words; else a sentence, and nothing is kept.
void take_words(Inside& in, ByteView file);

}  // namespace goodweek::session
