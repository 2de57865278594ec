// goodweek-relay: reads what it is asked, does it, and says in one line why not.
#include <drogon/orm/Exception.h>
#include <sys/stat.h>

#include "domain/either.h"
#include "relay/command.h"
#include "relay/log.h"
#include "vault/primitives.h"

using namespace goodweek;

#ifdef __SANITIZE_ADDRESS__
// Drogon closes a connection to SQLite before the statements it remembers, and SQLite keeps such a connection: once for
// each, at the end of the process.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libsqlite3"; }
#endif

int main(int count, char** words) {
    const auto command = relay::read_command({words + 1, words + count});
    if (!command) {
        relay::log_problem(command.error() + " (goodweek-relay --help)");
        return 2;
    }
    umask(077);  // whatever we write is for the relay's own account
    relay::hear_drogon();
    if (!vault::start()) {
        relay::log_problem("this build's cryptography gives wrong answers");
        return 1;
    }
    try {
        return std::visit([](const auto& asked) { return relay::run(asked); }, *command);
    } catch (const drogon::orm::DrogonDbException& problem) {
        relay::log_problem(problem.base().what());
    } catch (const std::exception& problem) {
        relay::log_problem(problem.what());
    }
    return 1;
}
