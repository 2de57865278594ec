// Parts that every place with messages shares.
#pragma once

#include <span>

#include "session/state.h"
#include "ui/ui.h"

namespace goodweek::ui {

void conversation(Ui& ui, const session::State& state, std::span<const records::MessageAt> messages);
// A box and Send: about one entry or goal, or about nothing in particular.
void write_message(Ui& ui, const session::State& state, session::MessageDraft& draft, std::optional<EntityId> about);
// What was said about one entry or goal, with the box under it. Nothing while there is nobody to talk with.
void said_about(Ui& ui, const session::State& state, session::MessageDraft& draft, EntityId about);

}  // namespace goodweek::ui
