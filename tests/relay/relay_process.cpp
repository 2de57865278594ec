#include "relay/relay_process.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "relay/http_client.h"

namespace goodweek::relay_tests {

namespace {

namespace fs = std::filesystem;

// The program stands beside the tests.
fs::path program() {
    const auto path = fs::read_symlink("/proc/self/exe").parent_path() / "goodweek-relay";
    if (!fs::exists(path)) throw std::runtime_error("build goodweek-relay first: these tests drive the real program");
    return path;
}

std::string text_in(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

// Starts the program with both outputs going to files. It ends when we do, even if we crash.
int start(const std::vector<std::string>& words, const fs::path& out, const fs::path& err) {
    const auto path = program().string();
    std::vector<char*> arguments{const_cast<char*>(path.c_str())};
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const int process = ::fork();
    if (process != 0) return process;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600), STDOUT_FILENO);
    ::dup2(::open(err.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600), STDERR_FILENO);
    ::execv(path.c_str(), arguments.data());
    ::_exit(127);
}

int exit_code_of(int process) {
    int status = 0;
    ::waitpid(process, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Scratch::Scratch() {
    auto name = (fs::temp_directory_path() / "goodweek-relay-test-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no room for a test's files");
    path_ = name;
}

Scratch::~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

Outcome run_relay(const std::vector<std::string>& words) {
    const Scratch scratch;
    Outcome outcome;
    outcome.exit_code = exit_code_of(start(words, scratch.path() / "out", scratch.path() / "err"));
    outcome.out = text_in(scratch.path() / "out");
    outcome.err = text_in(scratch.path() / "err");
    return outcome;
}

std::uint16_t free_port() {
    const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof where;
    ::bind(probe, reinterpret_cast<sockaddr*>(&where), length);
    ::getsockname(probe, reinterpret_cast<sockaddr*>(&where), &length);
    ::close(probe);
    return ntohs(where.sin_port);
}

RelayProcess::RelayProcess(const fs::path& folder, std::vector<std::string> options)
    : folder_(folder), log_file_(folder / "log"), port_(free_port()) {
    if (!fs::exists(folder / "mailbox.db") && run_relay({"init", folder.string()}).exit_code != 0)
        throw std::runtime_error("init refused");
    std::vector<std::string> words{"serve",  folder.string(), "--port",       std::to_string(port_),
                                   "--name", authority(),     "--app-origin", std::string(app_origin)};
    words.insert(words.end(), options.begin(), options.end());
    process_ = start(words, log_file_, folder / "problems");
    for (int tries = 0; tries < 500; ++tries) {
        if (send(port_, {.method = wire::Method::get, .target = "/healthz", .headers = {}, .body = {}}).status == 200)
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    kill();
    throw std::runtime_error("the relay did not start: " + text_in(folder / "problems"));
}

RelayProcess::~RelayProcess() { kill(); }

wire::Token RelayProcess::clinic_token() const {
    const auto made = run_relay({"invite", folder_.string()});
    return wire::read_token(std::string_view(made.out).substr(0, made.out.find('\n'))).value();
}

void RelayProcess::kill() {
    if (process_ < 0) return;
    ::kill(process_, SIGKILL);
    wait();
}

int RelayProcess::stop() {
    ::kill(process_, SIGTERM);
    return wait();
}

int RelayProcess::wait() { return exit_code_of(std::exchange(process_, -1)); }

std::string RelayProcess::log() const { return text_in(log_file_); }

const RelayProcess& the_relay() {
    static const Scratch scratch;
    static const RelayProcess relay(scratch.path());
    return relay;
}

}  // namespace goodweek::relay_tests
