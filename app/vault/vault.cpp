#include "vault/vault.h"

#include <algorithm>

#include "vault/file_names.h"

namespace goodweek::vault {

namespace {

Failure<VaultProblem> no(VaultProblem problem) { return Failure<VaultProblem>(problem); }
Failure<VaultProblem> no(StoreProblem problem) { return no(as_vault_problem(problem)); }

}  // namespace

VaultProblem as_vault_problem(StoreProblem problem) {
    switch (problem) {
        case StoreProblem::missing: return VaultProblem::missing;
        case StoreProblem::already_there: return VaultProblem::already_there;
        case StoreProblem::no_room: return VaultProblem::no_room;
        case StoreProblem::not_allowed: return VaultProblem::not_allowed;
        case StoreProblem::held_elsewhere: return VaultProblem::held_elsewhere;
        case StoreProblem::too_large: return VaultProblem::damaged;
        case StoreProblem::failed: break;
    }
    return VaultProblem::disk_failed;
}

Result<Presence, VaultProblem> look(const Store& store) {
    const auto header = store.read(header_name);
    if (header) return Presence::present;
    if (header.error() != StoreProblem::missing) return no(header.error());
    // A manifest alone is what a crash leaves of a profile that was never finished: the header is written last.
    const auto segments = store.list("s");
    if (!segments) return no(segments.error());
    return segments->empty() ? Presence::blank : Presence::header_lost;
}

Result<Header, HeaderProblem> read_header(const Store& store) {
    const auto bytes = store.read(header_name);
    if (!bytes) return Failure<HeaderProblem>(HeaderProblem::unreadable);
    return Header::read(HeaderKind::vault, *bytes);
}

Result<WrittenFile, VaultProblem> replace_header(Store& store, const Header& header) {
    if (const auto put = store.replace(header_name, header.bytes()); !put) return no(put.error());
    return WrittenFile{std::string(header_name), header.bytes().size(), file_hash(header.bytes())};
}

Result<Vault::Created, VaultProblem> Vault::create(Store& store, const Header& header, const Key& vault_key,
                                                   Bytes state) {
    if (TRY(look(store)) != Presence::blank) return no(VaultProblem::already_there);
    Vault vault(store, header.vault(), vault_key);
    const auto leftovers = store.list("m");
    if (!leftovers) return no(leftovers.error());
    for (const auto number : numbers_in(*leftovers))
        vault.next_generation_ = std::max(vault.next_generation_, number + 1);

    auto commit = TRY(vault.commit({.state = std::move(state), .to_send = {}, .done = {}}));
    if (const auto put = store.write_once(header_name, header.bytes()); !put) return no(put.error());
    commit.files.push_back({std::string(header_name), header.bytes().size(), file_hash(header.bytes())});
    return Created{std::move(vault), std::move(commit)};
}

Result<void, VaultProblem> Vault::append(ByteView record) {
    if (read_only_) return no(VaultProblem::read_only);
    if (record.size() > largest_record) return no(VaultProblem::record_too_large);
    pending_.emplace_back(record.begin(), record.end());
    return {};
}

void Vault::kept(std::uint64_t generation) { durable_ = std::max(durable_, std::min(generation, generation_)); }

Result<std::vector<Records>, VaultProblem> Vault::read_all() const {
    std::vector<Records> all;
    for (const auto& listed : manifest_.segments) {
        const auto file = store_->read(file_name('s', listed.number));
        if (!file) return no(file.error());
        if (file->size() != listed.length || file_hash(*file) != listed.hash) return no(VaultProblem::damaged);
        auto records = open_segment(key_, {id_, listed.number}, *file);
        if (!records) return no(VaultProblem::damaged);
        all.push_back(std::move(*records));
    }
    return all;
}

}  // namespace goodweek::vault
