#include "exchange/home_glucose.h"

#include <unordered_map>

#include "domain/either.h"
#include "exchange/home_glucose_line.h"
#include "vault/primitives.h"

namespace goodweek::exchange {

namespace {

EntityId id_of(const PersonId& person, std::string_view record) {
    const auto hash = vault::hash("import", {person.view(), bytes_of("home-glucose"), bytes_of(record)});
    return EntityId::from(ByteView{hash}.first(EntityId::size)).value_or(EntityId{});
}

// The report and the entries so far, and in which line each record stood first.
class Reader {
public:
    Reader(const PersonId& person, std::optional<Day> today) : person_(person), today_(today) {
        imported_.credit = home_glucose_credit;
    }

    void read(std::string_view line) {
        ++report().lines;
        auto outcome = read_home_glucose_line(line, person_, today_);
        std::visit(on{[&](RefusedLine& refused) { refuse(std::move(refused.why)); },
                      [&](NotedLine& noted) {
                          if (repeats(noted.record)) return;
                          ++report().noted;
                          because(std::move(noted.why));
                          add(noted.record, noted.at, std::move(noted.note));
                      },
                      [&](UnderstoodLine& understood) {
                          if (repeats(understood.record)) return;
                          ++report().taken;
                          add(understood.record, understood.at, std::move(understood.what));
                      }},
                   outcome);
    }

    Imported take() { return std::move(imported_); }

private:
    Report& report() { return imported_.report; }

    // A record that stands above already is refused: people copied pages and meters sent twice.
    bool repeats(const std::string& record) {
        const auto [first, is_new] = line_of_record_.try_emplace(record, report().lines);
        if (is_new) return false;
        refuse({.key = "import.repeated", .gaps = {{"line", std::to_string(first->second)}}, .count = {}});
        return true;
    }
    void refuse(Sentence why) {
        ++report().refused;
        because(std::move(why));
    }
    void because(Sentence why) { report().reasons.push_back({report().lines, std::move(why)}); }
    void add(const std::string& record, const LocalMoment& at, records::Happening what) {
        imported_.entries.push_back(
            {.line = report().lines, .id = id_of(person_, record), .at = at, .what = std::move(what)});
    }

    PersonId person_;
    std::optional<Day> today_;
    Imported imported_;
    std::unordered_map<std::string, std::size_t> line_of_record_;
};

}  // namespace

Imported read_home_glucose(std::span<const std::string_view> lines, const PersonId& person,
                           std::optional<Day> today) {
    Reader reader{person, today};
    for (const auto line : lines) reader.read(line);
    return reader.take();
}

}  // namespace goodweek::exchange
