// The verb that runs: one process for one mailbox, until it is told to stop.
#include <arpa/inet.h>
#include <drogon/HttpAppFramework.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstring>
#include <thread>

#include "relay/command.h"
#include "relay/edge.h"
#include "relay/mailbox_sqlite.h"

namespace goodweek::relay {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t idle_seconds = 30;
constexpr std::size_t connections_max = 10'000;
constexpr std::chrono::seconds patience{5};  // for answers under way when told to stop
constexpr double log_flush_seconds = 1.0;

// A file descriptor that is closed when it goes out of scope.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return number_; }

private:
    int number_;
};

// What the relay remembers of groups and nonces is only right while nobody else serves the same mailbox.
int lock(const fs::path& folder) {
    const auto file = folder / "serving.lock";
    const int held = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (held < 0) throw Unusable("cannot write in " + folder.string());
    if (::flock(held, LOCK_EX | LOCK_NB) == 0) return held;
    ::close(held);
    throw Unusable(folder.string() + " is being served already");
}

// Drogon ends the process without a word of ours when it cannot listen, so that is tried first.
void try_to_listen(const ServeCommand& command) {
    const bool six = command.address.find(':') != std::string::npos;
    sockaddr_in6 where6{};
    sockaddr_in where4{};
    where6.sin6_family = AF_INET6;
    where4.sin_family = AF_INET;
    where6.sin6_port = where4.sin_port = htons(command.port);
    const int understood = six ? inet_pton(AF_INET6, command.address.c_str(), &where6.sin6_addr)
                               : inet_pton(AF_INET, command.address.c_str(), &where4.sin_addr);
    if (understood != 1) throw Unusable("--address wants a numeric address, not " + command.address);
    const Descriptor trial(::socket(six ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const int yes = 1;
    ::setsockopt(trial.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    const auto* where = six ? reinterpret_cast<const sockaddr*>(&where6) : reinterpret_cast<const sockaddr*>(&where4);
    if (::bind(trial.get(), where, six ? sizeof where6 : sizeof where4) != 0 || ::listen(trial.get(), 1) != 0)
        throw Unusable("cannot listen on " + command.address + " port " + std::to_string(command.port) + ": " +
                       std::strerror(errno));
}

// Blocked in every thread, so that they wait for us instead of interrupting somebody.
sigset_t block_stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

void stop_when_told(const sigset_t& signals, Edge& edge) {
    int signal = 0;
    sigwait(&signals, &signal);
    edge.stop_taking();
    const auto latest = std::chrono::steady_clock::now() + patience;
    while (edge.under_way() > 0 && std::chrono::steady_clock::now() < latest)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    drogon::app().quit();
}

void set_up(const ServeCommand& command, Edge& edge, const std::function<void()>& when_listening) {
    drogon::app()
        .setLogLevel(trantor::Logger::kFatal)
        .addListener(command.address, command.port)
        .setThreadNum(std::clamp(std::thread::hardware_concurrency(), 2U, 8U))
        .setMaxConnectionNum(connections_max)
        .setIdleConnectionTimeout(idle_seconds)
        // Drogon's own refusal of a large body is no coded answer, so it comes a little after ours.
        .setClientMaxBodySize(2 * wire::request_max)
        .setClientMaxMemoryBodySize(2 * wire::request_max)
        // Drogon would make 256 folders here for bodies too large for memory, which takes a second and more. There are no
        // such bodies and no such place, and nobody needs to hear it complain 256 times (run, below).
        .setUploadPath("/dev/null")
        .enableServerHeader(false)
        .enableGzip(false)
        .enableBrotli(false)
        .disableSigtermHandling()
        .registerPreRoutingAdvice(
            [&edge](const drogon::HttpRequestPtr& request, drogon::AdviceCallback&& respond,
                    drogon::AdviceChainCallback&&) { edge.handle(request, std::move(respond)); })
        .registerBeginningAdvice([&command, when_listening] {
            hear_drogon();
            std::printf("goodweek-relay %s listens on %s port %u\n", command.authority.c_str(),
                        command.address.c_str(), command.port);
            std::fflush(stdout);
            drogon::app().getLoop()->runEvery(log_flush_seconds, [] { std::fflush(stdout); });
            when_listening();
        });
}

}  // namespace

int run(const ServeCommand& command) {
    const auto file = database_file(command.folder);
    if (!fs::is_regular_file(file))
        throw Unusable("there is no mailbox in " + command.folder.string() + ": make one with init");
    const auto signals = block_stop_signals();
    const Descriptor held(lock(command.folder));
    try_to_listen(command);

    SqliteMailbox mailbox(file);
    Service service(mailbox, {.authority = command.authority, .shared_address = command.shared_address},
                    unix_now_ms());
    Edge edge(service, mailbox.store_id(), {.app_origin = command.app_origin, .behind_proxy = command.behind_proxy});
    // Not before the loop runs: what stops it earlier is not heard. A signal that comes too soon waits.
    std::jthread stopper;
    set_up(command, edge, [&] { stopper = std::jthread([&] { stop_when_told(signals, edge); }); });
    ignore_drogon();
    drogon::app().run();
    return 0;
}

}  // namespace goodweek::relay
