// Events as bytes. The page is tests/vectors/event/FORMAT.md.
#include "records/event_bytes.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "domain/text.h"
#include "support/history.h"
#include "vault/cbor.h"

namespace goodweek::records {

namespace {

using vault::Cbor;

const Event peak_flow{.dot = {device("mother"), 7},
                      .clock = {0x0191'0000'0000'0001},
                      .entity = entity("blow"),
                      .person = person("junie"),
                      .author = person("amal"),
                      .at = {on("2026-05-04T07:45+01:00")},
                      .supersedes = {{device("mother"), 5}, {device("mother"), 6}},
                      .what = Reading{.measure = "peak_flow", .first = 320'000, .typed = "320", .unit = "L/min"}};

// The event's bytes with its top map, or the map of what happened, changed.
template <class Change>
Bytes changed(const Event& event, Change change) {
    auto fields = *vault::decode(encode(event))->if_map();
    change(fields);
    return vault::encode(Cbor{std::move(fields)});
}
void set(Cbor::Map& map, std::string_view key, Cbor value) {
    std::erase_if(map, [&](const Cbor::Field& field) { return field.key == key; });
    map.push_back({std::string{key}, std::move(value)});
}
template <class Value>
Result<Event, EventProblem> with_field(std::string_view key, Value value) {
    return decode(changed(peak_flow, [&](Cbor::Map& map) { set(map, key, value); }));
}
Result<Event, EventProblem> without_field(std::string_view key) {
    return decode(changed(peak_flow, [&](Cbor::Map& map) {
        std::erase_if(map, [&](const Cbor::Field& field) { return field.key == key; });
    }));
}
template <class Value>
Result<Event, EventProblem> with_detail(const Happening& what, std::string_view key, Value value) {
    auto event = peak_flow;
    event.what = what;
    return decode(changed(event, [&](Cbor::Map& map) {
        auto v = *std::ranges::find(map, "v", &Cbor::Field::key)->value.if_map();
        set(v, key, value);
        set(map, "v", std::move(v));
    }));
}
bool is_from_the_future(const Result<Event, EventProblem>& event) {
    return event && std::holds_alternative<FromTheFuture>(event->what) && !event->original.empty();
}
auto problem(EventProblem what) { return Failure{what}; }

}  // namespace

TEST_CASE("every event comes back from its bytes as it was") {
    for (unsigned seed = 0; seed < 2000; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        const auto event = any_event(random);
        const auto bytes = encode(event);
        const auto again = decode(bytes);
        REQUIRE(again);
        CHECK(*again == event);
        CHECK(again->original.empty());
        CHECK(encode(*again) == bytes);
    }
}

TEST_CASE("what a later release wrote goes through us byte for byte, and shows nothing") {
    for (unsigned seed = 0; seed < 400; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        const auto event = any_event_from_the_future(random);
        CHECK_FALSE(event.original.empty());
        const auto again = decode(encode(event));
        REQUIRE(again);
        CHECK(*again == event);
        CHECK(encode(*again) == event.original);

        // Through a log and out again, as to a phone that can read it.
        Log log;
        log.append(event);
        CHECK(encode(log.events().front()) == event.original);
    }
}

TEST_CASE("a field we do not know does not stop us reading those we do") {
    const auto event = with_field("x", "later");
    REQUIRE(event);
    CHECK(event->what == peak_flow.what);
    CHECK(event->dot == peak_flow.dot);
    const auto detail = with_detail(Note{"slept well"}, "mood", 4);
    REQUIRE(detail);
    CHECK(detail->what == Happening{Note{"slept well"}});
}

TEST_CASE("a kind or a choice we do not know is kept whole and not guessed at") {
    CHECK(is_from_the_future(with_field("k", "sleep_score")));
    CHECK(is_from_the_future(with_detail(peak_flow.what, "c", static_cast<int>(Context::bedtime) + 1)));
    CHECK(is_from_the_future(with_detail(RestDay{}, "k", 3)));
    CHECK(is_from_the_future(with_detail(RestDay{}, "k", ~std::uint64_t{0})));
    CHECK(is_from_the_future(with_detail(Note{"n"}, "i", 3)));
    CHECK(is_from_the_future(with_detail(SharingChosen{}, "s", 64)));
    CHECK(is_from_the_future(with_detail(GoalAgreed{}, "s", 2)));
    CHECK(kind_of(with_detail(RestDay{}, "k", 3)->what) == "rest");
}

TEST_CASE("an event cut short anywhere is not an event") {
    Random random{1};
    for (const auto& event : {peak_flow, any_event(random), any_event_from_the_future(random)}) {
        const auto bytes = encode(event);
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            CAPTURE(size);
            CHECK_FALSE(decode(ByteView{bytes}.first(size)));
        }
        auto longer = bytes;
        longer.push_back(0);
        CHECK(decode(longer) == problem(EventProblem::not_canonical));
    }
}

TEST_CASE("an event with any byte changed is refused, or is another event in its one encoding") {
    std::size_t read = 0, refused = 0;
    for (unsigned seed = 0; seed < 16; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        const auto event = seed == 0          ? peak_flow
                           : random.one_in(4) ? any_event_from_the_future(random)
                                              : any_event(random);
        const auto bytes = encode(event);
        for (std::size_t i = 0; i < bytes.size(); ++i)
            for (const int bit : {0x01, 0x20, 0x80, 0xFF}) {
                auto flipped = bytes;
                flipped[i] = static_cast<std::uint8_t>(flipped[i] ^ bit);
                const auto other = decode(flipped);
                other ? ++read : ++refused;
                if (!other) continue;
                CHECK(encode(*other) == flipped);
                CHECK(*other != event);
            }
    }
    CHECK(read > 500);
    CHECK(refused > 500);
}

TEST_CASE("bytes of no kind at all are refused without harm") {
    for (unsigned seed = 0; seed < 2000; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        Bytes bytes(static_cast<std::size_t>(random.between(0, 300)));
        for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random.next());
        const auto event = decode(bytes);
        if (event) CHECK(encode(*event) == bytes);
    }
    CHECK_FALSE(decode({}));
    CHECK(decode(Bytes(300, 0x81)) == problem(EventProblem::not_canonical));  // arrays, 300 deep
}

TEST_CASE("each field that an event needs is needed") {
    for (const std::string key : {"a", "c", "d", "e", "k", "n", "o", "v"}) {
        CAPTURE(key);
        CHECK(without_field(key) == problem(EventProblem::missing_field));
        CHECK_FALSE(with_field(key, Cbor::Array{}));
    }
    for (const std::string key : {"p", "s", "u"}) {
        CAPTURE(key);
        CHECK(without_field(key));
        CHECK_FALSE(with_field(key, "x"));
    }
    CHECK(with_field("a", "now") == problem(EventProblem::wrong_type));
    CHECK(with_field("d", Bytes(15)) == problem(EventProblem::wrong_type));
    CHECK(with_field("p", Bytes(16)) == problem(EventProblem::wrong_type));
    CHECK(with_field("v", Cbor::Array{}) == problem(EventProblem::wrong_type));
}

TEST_CASE("numbers of an event are held to what can be") {
    const auto milliseconds = [](std::string_view iso) { return on(iso).at.time_since_epoch().count(); };
    CHECK(with_field("a", milliseconds("0001-01-01T00:00Z")));
    CHECK(with_field("a", milliseconds("0001-01-01T00:00Z") - 1) == problem(EventProblem::out_of_range));
    CHECK(with_field("a", milliseconds("9999-12-31T00:00Z")));
    CHECK(with_field("a", milliseconds("9999-12-31T00:00Z") + 1) == problem(EventProblem::out_of_range));
    CHECK(with_field("a", INT64_MIN) == problem(EventProblem::out_of_range));
    CHECK(with_field("a", ~std::uint64_t{0}) == problem(EventProblem::out_of_range));
    CHECK(with_field("n", 1));
    CHECK(with_field("n", 0) == problem(EventProblem::out_of_range));
    CHECK(with_field("n", (std::uint64_t{1} << 53) - 1));
    CHECK(with_field("n", std::uint64_t{1} << 53) == problem(EventProblem::out_of_range));
    CHECK(with_field("c", ~std::uint64_t{0}));
    CHECK(with_field("o", 14 * 60));
    CHECK(with_field("o", 14 * 60 + 1) == problem(EventProblem::out_of_range));
    CHECK(with_field("o", -12 * 60));
    CHECK(with_field("o", -12 * 60 - 1) == problem(EventProblem::out_of_range));
    CHECK(with_field("b", 1));
    CHECK(with_field("b", 0) == problem(EventProblem::out_of_range));
    for (const std::string kind : {"", "Note", "note1", "/presence", "a_kind_with_thirty_three_letters_"})
        CHECK(with_field("k", kind) == problem(EventProblem::out_of_range));
    CHECK(is_from_the_future(with_field("k", "a_kind_with_thirty_two_letters__")));
}

TEST_CASE("numbers of what happened are held to what can be") {
    CHECK(with_detail(peak_flow.what, "f", 1'000'000'000'000));
    CHECK(with_detail(peak_flow.what, "f", 1'000'000'000'001) == problem(EventProblem::out_of_range));
    CHECK(with_detail(peak_flow.what, "f", -1'000'000'000'001) == problem(EventProblem::out_of_range));
    CHECK(with_detail(peak_flow.what, "s", -1'000'000'000'001) == problem(EventProblem::out_of_range));
    CHECK(with_detail(GoalRating{}, "r", 10));
    CHECK(with_detail(GoalRating{}, "r", 11) == problem(EventProblem::out_of_range));
    CHECK(with_detail(GoalRating{}, "r", -1) == problem(EventProblem::out_of_range));
    CHECK(with_detail(Symptom{"cough"}, "s", 11) == problem(EventProblem::out_of_range));
    CHECK(with_detail(NextStep{}, "d", 0) == problem(EventProblem::out_of_range));
    CHECK(with_detail(NextStep{}, "d", 8) == problem(EventProblem::out_of_range));
    CHECK(with_detail(Activity{"walk"}, "d", 100'000));
    CHECK(with_detail(Activity{"walk"}, "d", 100'001) == problem(EventProblem::out_of_range));
    CHECK(with_detail(Person{}, "c", 256) == problem(EventProblem::out_of_range));
    CHECK(with_detail(Person{}, "b", 2'932'896));  // the last day of 9999
    CHECK(with_detail(Person{}, "b", 2'932'897) == problem(EventProblem::out_of_range));
    CHECK(with_detail(Person{}, "b", INT64_MIN) == problem(EventProblem::out_of_range));
    CHECK(with_detail(InviteGiven{}, "e", INT64_MAX) == problem(EventProblem::out_of_range));
    CHECK(with_detail(Note{"n"}, "t", 5) == problem(EventProblem::wrong_type));
    CHECK(with_detail(StepDone{}, "g", Bytes(8)) == problem(EventProblem::wrong_type));
}

TEST_CASE("a list of people has sixty-four names at the most") {
    const auto people = [](std::size_t count) { return Cbor::Array(count, Cbor{Bytes(8, 1)}); };
    CHECK(with_detail(Activity{"walk"}, "p", people(64)));
    CHECK(with_detail(Activity{"walk"}, "p", people(65)) == problem(EventProblem::out_of_range));
    CHECK(with_detail(Activity{"walk"}, "p", Cbor::Array{Bytes(9, 1)}) == problem(EventProblem::wrong_type));
}

TEST_CASE("the versions an event replaces are eight at the most, each once, in order") {
    const auto dots = [](std::initializer_list<int> counters) {
        Cbor::Array written;
        for (const auto counter : counters) written.emplace_back(Cbor::Array{device("mother").bytes, counter});
        return written;
    };
    CHECK(with_field("s", dots({1, 2, 3, 4, 5, 6, 7, 8})));
    CHECK(with_field("s", dots({1, 2, 3, 4, 5, 6, 7, 8, 9})) == problem(EventProblem::out_of_range));
    CHECK(with_field("s", dots({2, 1})) == problem(EventProblem::not_canonical));
    CHECK(with_field("s", dots({1, 1})) == problem(EventProblem::not_canonical));
    CHECK(with_field("s", dots({})) == problem(EventProblem::not_canonical));  // none takes no field
    CHECK(with_field("s", dots({0})) == problem(EventProblem::out_of_range));
    CHECK(with_field("s", Cbor::Array{1}) == problem(EventProblem::wrong_type));
    CHECK(with_field("s", Cbor::Array{Cbor::Array{device("mother").bytes}}) == problem(EventProblem::wrong_type));
}

TEST_CASE("there is one encoding: what would be left out must be left out") {
    CHECK(with_detail(Note{"n"}, "i", 0) == problem(EventProblem::out_of_range));
    CHECK(with_detail(Note{}, "t", "") == problem(EventProblem::not_canonical));
    CHECK(with_detail(Goal{"words"}, "p", Cbor::Array{}) == problem(EventProblem::not_canonical));
}

TEST_CASE("an event of sixty thousand bytes is read, one byte more is not") {
    auto event = peak_flow;
    const auto sized = [&](std::size_t length) {
        event.what = Note{std::string(length, 'a')};
        return encode(event);
    };
    const auto overhead = sized(59'000).size() - 59'000;
    CHECK(decode(sized(largest_event - overhead)));
    CHECK(sized(largest_event - overhead).size() == largest_event);
    CHECK(decode(sized(largest_event - overhead + 1)) == problem(EventProblem::too_large));
}

TEST_CASE("words that could not be stored are tidied on the way, so that what is written can be read") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        std::string bytes(static_cast<std::size_t>(random.between(0, 60)), ' ');
        for (auto& byte : bytes) byte = static_cast<char>(random.one_in(3) ? random.next() : random.next() % 128);
        CHECK(vault::text_allowed(tidy(bytes)));
        auto event = peak_flow;
        event.what = Note{bytes};
        const auto again = decode(encode(event));
        REQUIRE(again);
        CHECK(std::get<Note>(again->what).text == tidy(bytes));
    }
}

TEST_CASE("every kind has a name, a register and a place") {
    Random random{3};
    std::vector<bool> met(std::variant_size_v<Happening>, false);
    const auto all_met = [&] { return std::ranges::all_of(met.begin(), met.end() - 1, std::identity{}); };
    for (int tries = 0; tries < 10'000 && !all_met(); ++tries) {
        const auto what = any_happening(random);
        met[what.index()] = true;
        const auto name = register_of(what);
        CHECK_FALSE(name.empty());
        if (!std::holds_alternative<Removed>(what) && !std::holds_alternative<Restored>(what) &&
            !std::holds_alternative<GoalAgreed>(what) && !std::holds_alternative<Written>(what) &&
            !std::holds_alternative<ActionStep>(what) && !std::holds_alternative<ActionState>(what))
            CHECK(name == kind_of(what));
        CHECK(rank_of(name) <= rank_of(presence));
        if (name != presence) CHECK(rank_of(name) < rank_of("a_kind_to_come"));
    }
    CHECK(all_met());
    CHECK(rank_of("goal") < rank_of("step"));
    CHECK(rank_of("a_kind_to_come") < rank_of(presence));
}

}  // namespace goodweek::records
