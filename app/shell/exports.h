// The page's calls (exports_web.cpp) need to know which application they are for.
#pragma once

namespace goodweek::shell {

class App;
void answer_with(App& running);

}  // namespace goodweek::shell
