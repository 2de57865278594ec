#include "ui/words.h"

#include <algorithm>

#include "words_en.h"

namespace goodweek::ui {

namespace {

// Gaps that nobody fills stay as they are, so that a test (and a reader of the screen) can see them.
template <class Pairs>
std::string filled(std::string_view form, const Pairs& gaps) {
    std::string text;
    while (!form.empty()) {
        const auto open = form.find('{');
        text += form.substr(0, open);
        if (open == std::string_view::npos) break;
        const auto close = form.find('}', open);
        if (close == std::string_view::npos) return text.append(form.substr(open));
        const auto name = form.substr(open + 1, close - open - 1);
        const auto gap = std::ranges::find_if(gaps, [&](const auto& candidate) { return candidate.first == name; });
        if (gap == std::end(gaps)) text += form.substr(open, close - open + 1);
        else text += gap->second;
        form.remove_prefix(close + 1);
    }
    return text;
}

std::string in_brackets(std::string_view key) { return "[" + std::string(key) + "]"; }

}  // namespace

Words::Words(std::string_view text) {
    const auto take = [&] {
        const auto part = text.substr(0, text.find('\0'));
        text.remove_prefix(std::min(part.size() + 1, text.size()));
        return part;
    };
    while (!text.empty()) {
        Wording row{.key = take(), .one = take(), .other = take()};
        if (row.one.empty()) row.one = row.other;
        rows_.push_back(row);
    }
}

const Wording* Words::find(std::string_view key) const {
    const auto row = std::ranges::lower_bound(rows_, key, {}, &Wording::key);
    return row != rows_.end() && row->key == key ? &*row : nullptr;
}

std::string Words::say(std::string_view key, Gaps gaps) const {
    const Wording* wording = find(key);
    return wording ? filled(wording->other, gaps) : in_brackets(key);
}

std::string Words::say_count(std::string_view key, long long count, Gaps gaps) const {
    return say(
        Sentence{.key = std::string(key), .gaps = {gaps.begin(), gaps.end()}, .count = static_cast<long>(count)});
}

std::string Words::say(const Sentence& sentence) const {
    const Wording* wording = find(sentence.key);
    if (!wording) return in_brackets(sentence.key);
    auto gaps = sentence.gaps;
    if (sentence.count) gaps.emplace_back("count", std::to_string(*sentence.count));
    if (sentence.time) gaps.emplace_back("time", say_time(*sentence.time));
    return filled(sentence.count == 1 ? wording->one : wording->other, gaps);
}

std::string Words::say_time(Minutes of_day) const {
    const auto minutes = of_day.count();
    if (minutes == 0) return say("time.midnight");
    if (minutes == 12 * 60) return say("time.noon");
    const auto hour = minutes / 60 % 12 == 0 ? 12 : minutes / 60 % 12;
    const auto past = minutes % 60;
    std::string clock = std::to_string(hour);
    if (past > 0) clock += (past < 10 ? ":0" : ":") + std::to_string(past);
    return say(minutes < 12 * 60 ? "time.morning" : "time.afternoon", {{"clock", clock}});
}

const Words& english() {
    static const Words words{english_text};
    return words;
}

}  // namespace goodweek::ui
