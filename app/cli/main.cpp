// `goodweek`: the same core as the app, over a folder, for clinics, evaluators and scripts.
#include <vector>

#include "cli/verbs.h"
#include "vault/primitives.h"

using namespace goodweek;

int main(int count, char** typed) {
    const std::vector<std::string_view> words(typed + 1, typed + count);
    // Whoever asked for JSON gets it even where the rest of the line makes no sense.
    const bool as_json = std::ranges::find(words, "--json") != words.end();
    const auto arguments = cli::read_arguments(words, cli::verbs());
    if (!arguments) return cli::print(cli::wrong_use(arguments.error()), as_json);
    if (arguments->help) {
        const auto help = cli::help_for(arguments->verb);
        return cli::print(cli::done({{"help", help}}, help), as_json);
    }
    if (!vault::start())
        return cli::print(cli::refused("This machine's cryptography gives wrong answers. Nothing was opened."),
                          as_json);
    return cli::print(arguments->verb->run(arguments->call), as_json);
}
