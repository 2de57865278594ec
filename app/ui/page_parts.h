// The pieces a page is put together from. For page.cpp only.
#pragma once

#include "ui/page.h"

namespace goodweek::ui {

inline constexpr float bar_height = 76, rail_width = 208;

// From the top of the page down to the body; as wide as the column. Beside a rail the brand is there already.
void put_header(Ui& ui, const Page& page, bool rail);

// How much of the page's foot the bar takes. It stays in view, unless the page is so low that it would fill it.
float bar_height_of(const Ui& ui);
bool bar_is_pinned(const Ui& ui);
void put_bar(Ui& ui, const Page& page);
// The foot of pages before anyone is let in: the sentence, and Help 999.
void put_bare_foot(Ui& ui, const Page& page);
void put_rail(Ui& ui, const Page& page);

}  // namespace goodweek::ui
