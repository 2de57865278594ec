// The real goodweek-relay, started for a test in a folder of its own, and gone when the test is over, however it ends.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "wire/protocol.h"

namespace goodweek::relay_tests {

// A folder that is removed with everything in it.
class Scratch {
public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

struct Outcome {
    int exit_code = -1;
    std::string out, err;
};
// Runs the command to its end.
Outcome run_relay(const std::vector<std::string>& words);

std::uint16_t free_port();

class RelayProcess {
public:
    static constexpr std::string_view app_origin = "http://127.0.0.1:8000";

    // Makes the mailbox in `folder` if there is none, serves it, and returns when it answers. Unless told otherwise one
    // address may ask often, because all of a test comes from one.
    explicit RelayProcess(const std::filesystem::path& folder,
                          std::vector<std::string> options = {"--shared-address", "10000"});
    ~RelayProcess();
    RelayProcess(const RelayProcess&) = delete;
    RelayProcess& operator=(const RelayProcess&) = delete;

    std::uint16_t port() const { return port_; }
    std::string authority() const { return "127.0.0.1:" + std::to_string(port_); }
    // Another token that founds a clinic.
    wire::Token clinic_token() const;

    void kill();              // as a power cut would: SIGKILL
    int stop();               // as an operator would: SIGTERM; its exit code
    std::string log() const;  // what it has written to standard output

private:
    int wait();

    std::filesystem::path folder_;
    std::filesystem::path log_file_;
    std::uint16_t port_ = 0;
    int process_ = -1;
};

// One relay for all tests that need nothing special of theirs.
const RelayProcess& the_relay();

}  // namespace goodweek::relay_tests
