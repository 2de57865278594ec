// The tables of the SQLite mailbox, in one place, and the only ways a database file is opened.
#pragma once

#include <drogon/orm/DbClient.h>

#include <filesystem>
#include <stdexcept>
#include <string>

#include "wire/protocol.h"

namespace goodweek::relay {

using Database = drogon::orm::DbClientPtr;
using Blob = std::vector<char>;

// A database that is missing, of another release, damaged, or not set as we need it. The text is for the operator.
struct Unusable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

inline constexpr std::int64_t schema_version = 1;

std::filesystem::path database_file(const std::filesystem::path& folder);

// One connection each, so that the settings of a connection are those of the database, and statements keep their order.
Database open_writer(const std::filesystem::path& file);
Database open_reader(const std::filesystem::path& file);

void create_tables(const Database& db);
// Throws unless this is a mailbox of our release.
void check_version(const Database& db);

Blob blob(ByteView bytes);
template <class Tag, std::size_t Size>
Blob blob(const Id<Tag, Size>& id) {
    return blob(id.view());
}
ByteView bytes_in(const drogon::orm::Field& field);
template <class WireId>
WireId id_in(const drogon::orm::Field& field) {
    return WireId::from(bytes_in(field)).value();
}

}  // namespace goodweek::relay
