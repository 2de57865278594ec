// The relay's command line, and what each verb is asked with.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <span>
#include <string>
#include <variant>

namespace goodweek::relay {

struct InitCommand {
    std::filesystem::path folder;
};
struct ServeCommand {
    std::filesystem::path folder;
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;
    std::string authority;
    std::string app_origin;
    std::uint32_t shared_address = 1;
    bool behind_proxy = false;
};
struct InviteCommand {
    std::filesystem::path folder;
};
struct BackupCommand {
    std::filesystem::path folder, file;
};
struct CheckCommand {
    std::filesystem::path folder;
};
struct HelpCommand {};

using Command = std::variant<HelpCommand, InitCommand, ServeCommand, InviteCommand, BackupCommand, CheckCommand>;

// The command these words ask for, or what is wrong with them in one line.
std::expected<Command, std::string> read_command(std::span<const char* const> words);

std::string_view help_text();

// 0 done, 1 refused with a line on standard error.
int run(const InitCommand& command);
int run(const ServeCommand& command);
int run(const InviteCommand& command);
int run(const BackupCommand& command);
int run(const CheckCommand& command);
int run(const HelpCommand& command);

}  // namespace goodweek::relay
