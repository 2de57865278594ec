#include "exchange/records_file.h"

#include <algorithm>

#include "domain/text.h"

namespace goodweek::exchange {

namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";

char separator_of(std::string_view text) {
    const auto first = text.substr(0, text.find_first_of("\r\n"));
    char best = ',';
    for (const char candidate : {';', '\t'})
        if (std::ranges::count(first, candidate) > std::ranges::count(first, best)) best = candidate;
    return best;
}

class Splitter {
public:
    explicit Splitter(std::string_view text) : text_(text), separator_(separator_of(text)) {}

    std::vector<FileRecord> split() {
        while (at_ < text_.size()) read_record();
        return std::move(records_);
    }

private:
    void read_record() {
        FileRecord record{.line = line_};
        do record.cells.push_back(read_cell(record));
        while (take(separator_));
        take('\r');
        if (take('\n')) ++line_;
        records_.push_back(std::move(record));
    }

    std::string read_cell(FileRecord& record) {
        std::string cell;
        if (take('"')) {
            read_quoted(cell);
            record.open_quote = at_ >= text_.size() && text_.back() != '"';
        }
        while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\r' && text_[at_] != '\n')
            cell += text_[at_++];
        return cell;
    }

    void read_quoted(std::string& cell) {
        while (at_ < text_.size()) {
            const char c = text_[at_++];
            if (c == '"' && !take('"')) return;
            if (c == '\n') ++line_;
            cell += c;
        }
    }

    bool take(char c) {
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0, line_ = 1;
    std::vector<FileRecord> records_;
};

}  // namespace

std::string_view FileRecord::cell(std::size_t at) const {
    return at < cells.size() ? trimmed(cells[at]) : std::string_view{};
}

bool FileRecord::empty() const {
    return std::ranges::all_of(cells, [](const std::string& cell) { return trimmed(cell).empty(); });
}

std::vector<FileRecord> records_in(std::string_view text) {
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    return Splitter{text}.split();
}

}  // namespace goodweek::exchange
