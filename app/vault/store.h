// Named sealed files in a folder: "hdr", "s/<no>", "m/<gen>", "o/<no>". Written once under a new name and never
// changed; only "hdr" is ever replaced. In the browser the folder lies in memory and the bridge makes it safe
// (security.md 6); natively each write is on the disk before it is said to be. Tests stand between with faults.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "domain/bytes.h"
#include "domain/result.h"

namespace goodweek::vault {

enum class StoreProblem {
    missing,         // no such file
    already_there,   // a file of that name exists: nothing is ever written over
    no_room,         // the disk, or this person's share of it, is full
    not_allowed,     // not ours to read or write
    held_elsewhere,  // another process has this profile open
    too_large,       // a file no release of ours would have written
    failed,          // the disk, for reasons of its own
};

class Store {
public:
    virtual ~Store() = default;

    virtual Result<Bytes, StoreProblem> read(std::string_view name) const = 0;
    // The names in one of the folders "s", "m" and "o", without the folder, in no order. None when there is no folder.
    virtual Result<std::vector<std::string>, StoreProblem> list(std::string_view folder) const = 0;
    // Once this succeeds, natively, the whole file survives a power cut; until then the name does not exist.
    virtual Result<void, StoreProblem> write_once(std::string_view name, ByteView bytes) = 0;
    // The same, for a name that may exist: after a crash it is the old file or the new one, whole.
    virtual Result<void, StoreProblem> replace(std::string_view name, ByteView bytes) = 0;
    // What is missing already is as good as removed.
    virtual Result<void, StoreProblem> remove(std::string_view name) = 0;
};

// A plain folder over POSIX calls, which Emscripten's file system answers as well.
class FolderStore final : public Store {
public:
    static constexpr std::size_t largest_file = std::size_t{16} << 20;

    explicit FolderStore(std::string folder);
    ~FolderStore() override;
    FolderStore(const FolderStore&) = delete;
    FolderStore& operator=(const FolderStore&) = delete;

    // Makes the folder and those inside it, where they are missing.
    Result<void, StoreProblem> prepare();
    // Makes this process the one that writes, until this object goes. Needs the folder.
    Result<void, StoreProblem> hold();

    Result<Bytes, StoreProblem> read(std::string_view name) const override;
    Result<std::vector<std::string>, StoreProblem> list(std::string_view folder) const override;
    Result<void, StoreProblem> write_once(std::string_view name, ByteView bytes) override;
    Result<void, StoreProblem> replace(std::string_view name, ByteView bytes) override;
    Result<void, StoreProblem> remove(std::string_view name) override;

private:
    std::string path(std::string_view name) const;
    Result<void, StoreProblem> put(const std::string& path, ByteView bytes);

    std::string folder_;
    int held_ = -1;
};

}  // namespace goodweek::vault
