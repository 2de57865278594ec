// From a reading's value to what is written beside it.
#include <algorithm>
#include <limits>

#include "domain/measure.h"

namespace goodweek {

namespace {

// Wide enough that no value and no table can overflow it.
__extension__ using Wide = __int128;

Wide floor_divided(Wide value, Wide by) {
    const Wide quotient = value / by;
    return value % by < 0 ? quotient - 1 : quotient;
}

Thousandths within_range(Wide value) {
    constexpr Wide least = std::numeric_limits<Thousandths>::min(), most = std::numeric_limits<Thousandths>::max();
    return static_cast<Thousandths>(std::clamp(value, least, most));
}

// value * numerator / denominator, half up.
Thousandths scaled(Wide value, std::int64_t numerator, std::int64_t denominator) {
    return within_range(floor_divided(value * numerator * 2 + denominator, Wide{denominator} * 2));
}

// Half up to so many decimals; "7" rather than "7.0" only where the unit has none.
std::string decimal(Thousandths value, int places) {
    std::int64_t step = 1000;
    for (int i = 0; i < places; ++i) step /= 10;
    const std::int64_t rounded = scaled(value, 1, step);
    const std::int64_t in_one = 1000 / step;
    const std::int64_t whole = rounded / in_one, part = rounded % in_one;
    std::string text = (rounded < 0 && whole == 0 ? "-" : "") + std::to_string(whole);
    if (places == 0) return text;
    std::string decimals = std::to_string(part < 0 ? -part : part);
    decimals.insert(0, static_cast<std::size_t>(places) - decimals.size(), '0');
    return text + "." + decimals;
}

// "11st 4", and "11st 4.5" where the pounds are not whole; "7h 30".
std::string in_parts(Thousandths value, const Unit& unit) {
    const auto in_one = unit.smaller->in_one;
    const Thousandths tenths = scaled(value, unit.denominator * in_one, unit.numerator * 100);
    const Thousandths whole = tenths / (in_one * 10), part = tenths % (in_one * 10);
    std::string text = std::to_string(whole) + std::string{unit.key} + " " + std::to_string(part / 10);
    return part % 10 == 0 ? text : text + "." + std::to_string(part % 10);
}

}  // namespace

Thousandths in_first_unit(Thousandths value, const Unit& unit) {
    return scaled(Wide{value} - unit.zero, unit.numerator, unit.denominator);
}

Thousandths in_unit(Thousandths value, const Unit& unit) {
    return within_range(Wide{scaled(value, unit.denominator, unit.numerator)} + unit.zero);
}

std::string show(const Measure&, Thousandths value, const Unit& unit) {
    if (unit.smaller && value >= 0) return in_parts(value, unit);
    return decimal(in_unit(value, unit), unit.places);
}

std::string show(const Measure& measure, Thousandths first, std::optional<Thousandths> second, const Unit& unit) {
    const auto text = show(measure, first, unit);
    return second ? text + "/" + show(measure, *second, unit) : text;
}

std::string show_with_unit(const Measure& measure, Thousandths first, std::optional<Thousandths> second,
                           const Unit& unit) {
    const auto text = show(measure, first, second, unit);
    if (unit.smaller) return text + std::string{unit.smaller->key};
    return unit.key.starts_with('/') || unit.key == "%" ? text + std::string{unit.key}
                                                        : text + " " + std::string{unit.key};
}

}  // namespace goodweek
