#include "relay/command.h"

#include <charconv>
#include <cstdio>
#include <map>
#include <vector>

namespace goodweek::relay {

namespace {

// Words without dashes in order, the value behind each --name, and the --flags that take none.
struct Words {
    std::vector<std::string> plain;
    std::map<std::string, std::string, std::less<>> options;
};

std::expected<Words, std::string> sort_words(std::span<const char* const> words) {
    Words sorted;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string word = words[i];
        if (!word.starts_with("--")) {
            sorted.plain.push_back(word);
            continue;
        }
        const bool is_flag = word == "--behind-proxy" || word == "--help";
        if (!is_flag && i + 1 == words.size()) return std::unexpected(word + " needs a value");
        if (!sorted.options.emplace(word, is_flag ? "" : words[++i]).second)
            return std::unexpected(word + " is there twice");
    }
    return sorted;
}

template <class Number>
std::expected<Number, std::string> whole_number(const std::string& name, const std::string& text) {
    Number number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc{} || end != text.data() + text.size() || number == 0)
        return std::unexpected(name + " wants a whole number above zero that fits, not \"" + text + '"');
    return number;
}

std::expected<Command, std::string> read_serve(const Words& words) {
    ServeCommand serve{.folder = words.plain[1], .authority = {}, .app_origin = {}};
    for (const auto& [name, value] : words.options) {
        if (name == "--port") {
            const auto port = whole_number<std::uint16_t>(name, value);
            if (!port) return std::unexpected(port.error());
            serve.port = *port;
        } else if (name == "--shared-address") {
            const auto times = whole_number<std::uint32_t>(name, value);
            if (!times || *times > 10'000) return std::unexpected("--shared-address wants a number from 1 to 10000");
            serve.shared_address = *times;
        } else if (name == "--address") {
            serve.address = value;
        } else if (name == "--name") {
            serve.authority = value;
        } else if (name == "--app-origin") {
            serve.app_origin = value;
        } else if (name == "--behind-proxy") {
            serve.behind_proxy = true;
        } else {
            return std::unexpected("serve does not know " + name);
        }
    }
    if (serve.port == 0) return std::unexpected("serve needs --port");
    if (serve.authority.empty())
        return std::unexpected("serve needs --name, the authority in the address clients use");
    if (serve.app_origin.empty())
        return std::unexpected("serve needs --app-origin, where the web app is served from");
    if (!serve.app_origin.starts_with("http") || serve.app_origin.ends_with('/'))
        return std::unexpected("--app-origin looks like https://app.example, without a path");
    return serve;
}

}  // namespace

std::expected<Command, std::string> read_command(std::span<const char* const> words) {
    const auto sorted = sort_words(words);
    if (!sorted) return std::unexpected(sorted.error());
    if (sorted->options.contains("--help")) return HelpCommand{};
    if (sorted->plain.empty()) return std::unexpected("say what to do: init, serve, invite, backup or check");

    const auto& plain = sorted->plain;
    const auto& verb = plain[0];
    if (verb == "help") return HelpCommand{};
    const std::size_t wanted = verb == "backup" ? 3 : 2;
    if (verb != "init" && verb != "serve" && verb != "invite" && verb != "backup" && verb != "check")
        return std::unexpected("there is no \"" + verb + '"');
    if (plain.size() != wanted)
        return std::unexpected(verb + (verb == "backup" ? " wants a folder and a file" : " wants one folder"));
    if (verb == "serve") return read_serve(*sorted);
    if (!sorted->options.empty()) return std::unexpected(verb + " does not know " + sorted->options.begin()->first);
    if (verb == "init") return InitCommand{plain[1]};
    if (verb == "invite") return InviteCommand{plain[1]};
    if (verb == "backup") return BackupCommand{plain[1], plain[2]};
    return CheckCommand{plain[1]};
}

std::string_view help_text() {
    return R"(goodweek-relay keeps sealed bundles for families and their clinics until they are collected. It cannot read them.

  goodweek-relay init DIR
      Makes a mailbox in DIR and prints a token that founds one clinic. It is shown once and only its hash is kept.
  goodweek-relay serve DIR --port N --name AUTHORITY --app-origin URL
      Answers until it is told to stop (SIGINT or SIGTERM).
      --name AUTHORITY      as in the address clients use: relay.example, or 127.0.0.1:8443. They sign it.
      --app-origin URL      the web origin the app is served from, the only one that may call from a browser
      --address A           where to listen (127.0.0.1)
      --behind-proxy        believe the last address in X-Forwarded-For: for a relay that only a TLS proxy reaches
      --shared-address N    let one address ask N times as often before it proves who it is (1): for a clinic whose
                            families all come from one network
  goodweek-relay invite DIR
      Prints another token that founds one clinic, good for 30 days. The relay may be serving.
  goodweek-relay backup DIR FILE
      Copies the mailbox to FILE and checks the copy. The relay may be serving. To restore, put the copy at
      DIR/mailbox.db of an empty folder and serve that: clients notice, and send again what the copy lacks.
  goodweek-relay check DIR
      Checks the whole mailbox and says what is in it. The relay may be serving.

Exit: 0 done, 1 refused with a reason, 2 wrong use.
)";
}

int run(const HelpCommand&) {
    const auto text = help_text();
    std::fwrite(text.data(), 1, text.size(), stdout);
    return 0;
}

}  // namespace goodweek::relay
