// The browser program: one application that lives as long as its page. Everything after this happens when the page
// calls (exports_web.cpp); nothing runs by itself.
#include "shell/app.h"
#include "shell/exports.h"

int main() {
    static goodweek::shell::App app;
    goodweek::shell::answer_with(app);
}
