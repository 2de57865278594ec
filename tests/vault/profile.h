// A profile to open and look into, for tests of the vault.
#pragma once

#include <string>
#include <vector>

#include "memory_store.h"
#include "vault/vault.h"

namespace goodweek::vault {

struct Profile {
    MemoryStore store;
    Key vault_key = Key::random();
    SlotKey way_in{new_slot(SlotType::recovery), Key::random()};
    Header header = Header::create(HeaderKind::vault, VaultId{{7, 7}}, vault_key, std::array{way_in}).value();

    Vault created(std::string_view state = "new") {
        return std::move(Vault::create(store, header, vault_key, as_bytes(state)).value().vault);
    }
    Result<Vault::Opened, VaultProblem> opened() { return Vault::open(store, header.vault(), vault_key); }

    static Bytes as_bytes(std::string_view text) { return {bytes_of(text).begin(), bytes_of(text).end()}; }
};

inline std::vector<std::string> words_of(const std::vector<Records>& all) {
    std::vector<std::string> words;
    for (const auto& records : all)
        for (const auto record : records.all()) words.emplace_back(text_of(record));
    return words;
}

inline Change to_state(std::string_view state) {
    return {.state = Profile::as_bytes(state), .to_send = {}, .done = {}};
}

// One entry saved and known to be on the disk.
inline Commit save(Vault& vault, std::string_view record, std::string_view state = "state") {
    REQUIRE(vault.append(bytes_of(record)));
    auto commit = vault.commit(to_state(state));
    REQUIRE(commit);
    vault.kept(commit->generation);
    return *commit;
}

}  // namespace goodweek::vault
