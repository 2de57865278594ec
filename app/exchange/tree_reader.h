// A map of a file that somebody else wrote, read field by field, total: the first thing wrong is remembered with its path,
// and reading goes on with empty values, so that a whole map is read in one run of lines. Fields that nobody asked for are
// wrong too. The file is JSON turned into our CBOR (vault/cbor.h): a number is a count of thousandths, true and false are
// words, and what is null is not there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/questionnaire_file.h"
#include "vault/cbor.h"

namespace goodweek::exchange {

class TreeReader {
public:
    using Why = FileProblem::Why;
    using Tree = vault::Cbor;

    // `first` outlives the reader, and is shared by all readers of one file.
    TreeReader(const Tree& value, std::string path, std::optional<FileProblem>& first);

    const std::string& path() const { return path_; }
    bool has(std::string_view key) const { return vault::find(*value_, key) != nullptr; }
    void wrong(Why why, std::string_view key = {});
    // Known, and of no use here.
    void skip(std::string_view key) { asked_.emplace_back(key); }
    // Whatever was not asked for is a field that could not be honoured.
    void nothing_else();

    std::string text(std::string_view key);  // has to be there and say something
    std::string text_if_any(std::string_view key);
    bool yes(std::string_view key);
    bool yes_if_any(std::string_view key) { return has(key) && yes(key); }
    std::int64_t whole(std::string_view key, std::int64_t least, std::int64_t most);
    Thousandths number(std::string_view key);
    std::optional<Thousandths> number_if_any(std::string_view key);

    TreeReader object(std::string_view key);
    // None where the field is not there.
    std::vector<TreeReader> objects(std::string_view key);
    std::span<const Tree> array(std::string_view key);

private:
    const Tree* take(std::string_view key, bool needed);

    const Tree* value_;
    std::string path_;
    std::optional<FileProblem>* first_;
    std::vector<std::string> asked_;
};

}  // namespace goodweek::exchange
