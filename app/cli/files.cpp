#include "cli/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace goodweek::cli {

namespace {

// Far more than any file of ours, and small enough that a device file does not fill the memory.
constexpr std::size_t largest_file = std::size_t{1} << 30;

std::string could_not(std::string_view verb, const std::string& path) {
    return path + " could not be " + std::string{verb} + ": " + std::strerror(errno) + ".";
}

bool write_all(int file, ByteView bytes) {
    while (!bytes.empty()) {
        const auto wrote = ::write(file, bytes.data(), bytes.size());
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(wrote));
    }
    return ::fsync(file) == 0;
}

}  // namespace

Result<Bytes, std::string> read_file(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return Failure{could_not("read", path)};
    Bytes bytes;
    std::uint8_t chunk[65536];
    ssize_t got = 0;
    while ((got = ::read(file, chunk, sizeof chunk)) != 0) {
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 || bytes.size() > largest_file) break;
        bytes.insert(bytes.end(), chunk, chunk + got);
    }
    const auto problem = got < 0 ? could_not("read", path) : path + " is too large.";
    ::close(file);
    if (got != 0) return Failure{problem};
    return bytes;
}

Over over(const Call& call) { return call.has("--force") ? Over::write : Over::refuse; }

Result<void, std::string> write_file(const std::string& path, ByteView bytes, Over over) {
    struct ::stat about{};
    if (over == Over::refuse && ::lstat(path.c_str(), &about) == 0)
        return Failure{path + " exists already. --force writes over it."};
    const auto part = path + ".part";
    const int file = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) return Failure{could_not("written", path)};
    const bool whole = write_all(file, bytes);
    const bool closed = ::close(file) == 0;
    if (whole && closed && std::rename(part.c_str(), path.c_str()) == 0) return {};
    const auto problem = could_not("written", path);
    ::unlink(part.c_str());
    return Failure{problem};
}

std::string file_name(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

}  // namespace goodweek::cli
