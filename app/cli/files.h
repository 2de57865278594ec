// Whole files in and out, for the verbs that name one.
#pragma once

#include <string>

#include "cli/arguments.h"
#include "domain/bytes.h"
#include "domain/result.h"

namespace goodweek::cli {

// The bytes, or a line about why not.
Result<Bytes, std::string> read_file(const std::string& path);
enum class Over { refuse, write };
Over over(const Call& call);  // --force
// Readable by nobody but their owner, whole or not at all, and on the disk when this returns.
Result<void, std::string> write_file(const std::string& path, ByteView bytes, Over over);
// Without its folders.
std::string file_name(const std::string& path);

}  // namespace goodweek::cli
