// A folder in memory that can be stopped, torn and robbed: what the disk of a phone, or a browser's database, may do
// between one call and the next.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "vault/store.h"

namespace goodweek::vault {

class MemoryStore : public Store {
public:
    using Files = std::map<std::string, Bytes, std::less<>>;

    Result<Bytes, StoreProblem> read(std::string_view name) const override {
        const auto at = files.find(name);
        if (at == files.end()) return Failure<StoreProblem>(StoreProblem::missing);
        return at->second;
    }
    Result<std::vector<std::string>, StoreProblem> list(std::string_view folder) const override {
        std::vector<std::string> names;
        const auto start = std::string(folder) + '/';
        for (const auto& [name, bytes] : files)
            if (name.starts_with(start)) names.push_back(name.substr(start.size()));
        return names;
    }
    Result<void, StoreProblem> write_once(std::string_view name, ByteView bytes) override {
        if (files.contains(name)) return Failure<StoreProblem>(StoreProblem::already_there);
        return replace(name, bytes);
    }
    Result<void, StoreProblem> replace(std::string_view name, ByteView bytes) override {
        if (const auto stopped = count()) return Failure<StoreProblem>(*stopped);
        written += bytes.size();
        files[std::string(name)] = Bytes(bytes.begin(), bytes.end());
        return {};
    }
    Result<void, StoreProblem> remove(std::string_view name) override {
        if (const auto stopped = count()) return Failure<StoreProblem>(*stopped);
        if (const auto at = files.find(name); at != files.end()) files.erase(at);
        return {};
    }

    // The next calls that change something succeed; then one of `failing` fails with `problem`, for ever if there is
    // no end to them.
    void fail_after(std::size_t calls, StoreProblem problem, std::size_t failing = SIZE_MAX) {
        succeeding_ = calls;
        failing_ = failing;
        problem_ = problem;
    }
    void heal() { succeeding_ = SIZE_MAX; }

    Bytes& file(std::string_view name) { return files.find(name)->second; }

    Files files;
    std::size_t written = 0;
    std::size_t changes = 0;

private:
    std::optional<StoreProblem> count() {
        ++changes;
        if (succeeding_ > 0) {
            if (succeeding_ != SIZE_MAX) --succeeding_;
            return std::nullopt;
        }
        if (failing_ == 0) return std::nullopt;
        if (failing_ != SIZE_MAX) --failing_;
        return problem_;
    }

    std::size_t succeeding_ = SIZE_MAX;
    std::size_t failing_ = SIZE_MAX;
    StoreProblem problem_ = StoreProblem::failed;
};

}  // namespace goodweek::vault
