#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "vault/store.h"

namespace goodweek::vault {

namespace {

Failure<StoreProblem> no(StoreProblem problem) { return Failure<StoreProblem>(problem); }

// What the system said, in our words.
Failure<StoreProblem> no_as_said() {
    switch (errno) {
        case ENOENT: return no(StoreProblem::missing);
        case EEXIST: return no(StoreProblem::already_there);
        case ENOSPC:
        case EDQUOT: return no(StoreProblem::no_room);
        case EACCES:
        case EPERM:
        case EROFS: return no(StoreProblem::not_allowed);
        default: return no(StoreProblem::failed);
    }
}

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    int number() const { return number_; }
    int keep_open() { return std::exchange(number_, -1); }
    bool open() const { return number_ >= 0; }
    // Closing can be where a network disk first says that it could not write.
    bool close() { return ::close(std::exchange(number_, -1)) == 0; }

private:
    int number_;
};

Result<void, StoreProblem> make_folder(const std::string& path) {
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) return no_as_said();
    return {};
}

// A name is on the disk only once the folder that holds it is.
Result<void, StoreProblem> settle(const std::string& folder) {
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor.open()) return no_as_said();
    // Some file systems have nothing to settle, and say so by EINVAL.
    if (::fsync(descriptor.number()) != 0 && errno != EINVAL) return no_as_said();
    return {};
}

std::string parent(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

Result<void, StoreProblem> write_whole(const std::string& path, ByteView bytes) {
    Descriptor descriptor(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!descriptor.open()) return no_as_said();
    while (!bytes.empty()) {
        const auto wrote = ::write(descriptor.number(), bytes.data(), bytes.size());
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) return no_as_said();
        bytes = bytes.subspan(static_cast<std::size_t>(wrote));
    }
    if (::fsync(descriptor.number()) != 0 || !descriptor.close()) return no_as_said();
    return {};
}

}  // namespace

FolderStore::FolderStore(std::string folder) : folder_(std::move(folder)) {}

FolderStore::~FolderStore() {
    if (held_ >= 0) ::close(held_);
}

std::string FolderStore::path(std::string_view name) const { return folder_ + '/' + std::string(name); }

Result<void, StoreProblem> FolderStore::prepare() {
    TRY_VOID(make_folder(folder_));
    for (const auto* inside : {"s", "m", "o"}) TRY_VOID(make_folder(path(inside)));
    TRY_VOID(settle(folder_));
    return settle(parent(folder_));
}

Result<void, StoreProblem> FolderStore::hold() {
    if (held_ >= 0) return {};
    Descriptor descriptor(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor.open()) return no_as_said();
    if (::flock(descriptor.number(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) return no(StoreProblem::held_elsewhere);
        return no_as_said();
    }
    held_ = descriptor.keep_open();
    return {};
}

Result<Bytes, StoreProblem> FolderStore::read(std::string_view name) const {
    const Descriptor descriptor(::open(path(name).c_str(), O_RDONLY | O_CLOEXEC));
    if (!descriptor.open()) return no_as_said();
    struct ::stat about{};
    if (::fstat(descriptor.number(), &about) != 0) return no_as_said();
    if (!S_ISREG(about.st_mode)) return no(StoreProblem::failed);
    if (about.st_size > static_cast<off_t>(largest_file)) return no(StoreProblem::too_large);
    Bytes bytes(static_cast<std::size_t>(about.st_size));
    std::size_t at = 0;
    while (at < bytes.size()) {
        const auto got = ::read(descriptor.number(), bytes.data() + at, bytes.size() - at);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return no_as_said();
        if (got == 0) return no(StoreProblem::failed);  // it shrank while we read
        at += static_cast<std::size_t>(got);
    }
    return bytes;
}

Result<std::vector<std::string>, StoreProblem> FolderStore::list(std::string_view folder) const {
    std::vector<std::string> names;
    DIR* directory = ::opendir(path(folder).c_str());
    if (!directory) {
        if (errno == ENOENT) return names;
        return no_as_said();
    }
    errno = 0;
    while (const auto* entry = ::readdir(directory))
        if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
    const int said = errno;
    ::closedir(directory);
    if (said != 0) {
        errno = said;
        return no_as_said();
    }
    return names;
}

Result<void, StoreProblem> FolderStore::put(const std::string& path, ByteView bytes) {
    // Beside the others but hidden from `list`: what a crash leaves under this name is nobody's, and the next write
    // of the same name takes its place.
    const auto slash = path.rfind('/');
    const auto unfinished = path.substr(0, slash + 1) + ".new-" + path.substr(slash + 1);
    if (const auto wrote = write_whole(unfinished, bytes); !wrote) {
        ::unlink(unfinished.c_str());
        return wrote;
    }
    if (::rename(unfinished.c_str(), path.c_str()) != 0) {
        const auto problem = no_as_said();
        ::unlink(unfinished.c_str());
        return problem;
    }
    return settle(parent(path));
}

Result<void, StoreProblem> FolderStore::write_once(std::string_view name, ByteView bytes) {
    const auto target = path(name);
    struct ::stat about{};
    if (::lstat(target.c_str(), &about) == 0) return no(StoreProblem::already_there);
    if (errno != ENOENT) return no_as_said();
    return put(target, bytes);
}

Result<void, StoreProblem> FolderStore::replace(std::string_view name, ByteView bytes) {
    return put(path(name), bytes);
}

Result<void, StoreProblem> FolderStore::remove(std::string_view name) {
    if (::unlink(path(name).c_str()) != 0 && errno != ENOENT) return no_as_said();
    return {};
}

}  // namespace goodweek::vault
