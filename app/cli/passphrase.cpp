#include "cli/passphrase.h"

#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace goodweek::cli {

namespace {

// The terminal without its echo, until this goes out of scope.
class Unseen {
public:
    Unseen() {
        if (::tcgetattr(STDIN_FILENO, &before_) != 0) return;
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        changed_ = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
    }
    ~Unseen() {
        if (changed_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;
    bool holds() const { return changed_; }

private:
    termios before_{};
    bool changed_ = false;
};

std::optional<std::string> ask(std::string_view question) {
    if (::isatty(STDIN_FILENO) == 0) return std::nullopt;
    std::fprintf(stderr, "%.*s: ", static_cast<int>(question.size()), question.data());
    std::string typed;
    {
        const Unseen unseen;
        // Rather no passphrase than one that everybody in the room has read.
        if (!unseen.holds()) return std::nullopt;
        for (int c = std::getchar(); c != EOF && c != '\n'; c = std::getchar()) typed += static_cast<char>(c);
    }
    std::fputc('\n', stderr);
    return typed;
}

std::optional<std::string> from_environment(Of what) {
    const char* set = what == Of::backup ? std::getenv("GOODWEEK_BACKUP_PASSPHRASE") : nullptr;
    if (!set) set = std::getenv("GOODWEEK_PASSPHRASE");
    return set ? std::optional<std::string>{set} : std::nullopt;
}

}  // namespace

std::optional<std::string> passphrase(std::string_view question, Of what) {
    if (auto set = from_environment(what)) return set;
    return ask(question);
}

std::optional<std::string> new_passphrase(std::string_view question, Of what) {
    if (auto set = from_environment(what)) return set;
    auto first = ask(question);
    if (!first) return std::nullopt;
    if (ask("Once more") == first) return first;
    std::fputs("The two are not the same.\n", stderr);
    return std::nullopt;
}

}  // namespace goodweek::cli
