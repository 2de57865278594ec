#include "exchange/home_glucose.h"

#include "domain/either.h"
#include "exchange/accounting.h"
#include "exchange/home_glucose_line.h"

namespace goodweek::exchange {

namespace {

class Reader {
public:
    Reader(const PersonId& person, std::optional<Day> today)
        : person_(person), today_(today), books_(person, "home-glucose") {}

    void read(std::string_view line) {
        books_.begin(++line_);
        auto outcome = read_home_glucose_line(line, person_, today_);
        std::visit(on{[&](RefusedLine& refused) { books_.refused(std::move(refused.why)); },
                      [&](NotedLine& noted) {
                          if (auto again = books_.repeats(noted.record)) return books_.refused(*std::move(again));
                          books_.noted(std::move(noted.why));
                          books_.add(noted.record, {}, noted.at, std::move(noted.note));
                      },
                      [&](UnderstoodLine& understood) {
                          if (auto again = books_.repeats(understood.record))
                              return books_.refused(*std::move(again));
                          books_.taken();
                          books_.add(understood.record, {}, understood.at, std::move(understood.what));
                      }},
                   outcome);
    }

    Imported take() {
        auto imported = books_.take();
        imported.credit = home_glucose_credit;
        return imported;
    }

private:
    PersonId person_;
    std::optional<Day> today_;
    Accounting books_;
    std::size_t line_ = 0;
};

}  // namespace

Imported read_home_glucose(std::span<const std::string_view> lines, const PersonId& person,
                           std::optional<Day> today) {
    Reader reader{person, today};
    for (const auto line : lines) reader.read(line);
    return reader.take();
}

}  // namespace goodweek::exchange
