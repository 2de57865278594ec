#include "vault/keyslots.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace goodweek;
using namespace goodweek::vault;

namespace {

constexpr auto kind = HeaderKind::vault;

// A passphrase slot as if Argon2id had been asked: what it derives does not matter here.
SlotKey passphrase_way() { return {new_slot(SlotType::passphrase), Key::random()}; }

SlotKey recovery_way(const RecoveryCode& code) {
    const auto question = new_slot(SlotType::recovery);
    return {question, recovery_slot_key(code, question)};
}

struct Household {
    VaultId vault{{1, 2, 3}};
    Key vault_key = Key::random();
    RecoveryCode code = RecoveryCode::random();
    SlotKey passphrase = passphrase_way();
    SlotKey recovery = recovery_way(code);
    Header header = Header::create(kind, vault, vault_key, std::array{passphrase, recovery}).value();
};

HeaderProblem problem(ByteView bytes) {
    const auto read = Header::read(kind, bytes);
    REQUIRE_FALSE(read);
    return read.error();
}

// Where a field of slot `slot` begins.
std::size_t at(std::size_t slot, std::size_t field) { return 24 + slot * 116 + field; }
constexpr std::size_t memory_field = 20;
constexpr std::size_t passes_field = 24;

void put(Bytes& bytes, std::size_t where, std::uint32_t number) {
    for (std::size_t i = 0; i < 4; ++i) bytes[where + i] = static_cast<std::uint8_t>(number >> (8 * i));
}

}  // namespace

TEST_CASE("a vault opens by its passphrase or by its recovery code, and by nothing else") {
    const Household home;
    const auto header = Header::read(kind, home.header.bytes()).value();
    CHECK(header.vault() == home.vault);

    const auto asked = header.question(SlotType::passphrase).value();
    CHECK(asked == home.passphrase.question);
    CHECK(asked.cost == Argon2Cost{.memory_kib = 65536, .passes = 3});
    CHECK(header.unlock(asked.slot, home.passphrase.key).value() == home.vault_key);
    CHECK(header.unlock(asked.slot, Key::random()).error() == HeaderProblem::wrong_secret);

    const auto code_asked = header.question(SlotType::recovery).value();
    const auto typed = RecoveryCode::read(home.code.text()).value();
    CHECK(header.unlock(code_asked.slot, recovery_slot_key(typed, code_asked)).value() == home.vault_key);
    CHECK(header.unlock(code_asked.slot, home.passphrase.key).error() == HeaderProblem::wrong_secret);
    CHECK(header.unlock(code_asked.slot, recovery_slot_key(RecoveryCode::random(), code_asked)).error() ==
          HeaderProblem::wrong_secret);

    CHECK(header.question(SlotType::pin).error() == HeaderProblem::no_such_slot);
    CHECK(header.unlock(SlotId{}, home.passphrase.key).error() == HeaderProblem::no_such_slot);
}

TEST_CASE("the header is exactly as long as its slots make it, and names no secret") {
    const Household home;
    const auto bytes = home.header.bytes();
    CHECK(bytes.size() == Header::size(2));
    CHECK(text_of(bytes.first(4)) == "GWV1");
    for (const auto& secret : {home.vault_key, home.passphrase.key, home.recovery.key})
        CHECK(std::ranges::search(bytes, secret.view()).empty());
}

TEST_CASE("a real passphrase goes the whole way") {
    constexpr std::string_view words = "hedgehog lantern puddle teapot";
    const Argon2Cost cost{.memory_kib = 19'456, .passes = 2};
    const auto question = new_slot(SlotType::passphrase, cost);
    const auto key =
        derived_twice(argon2id(words, question.salt, cost).value(), argon2id(words, question.salt, cost).value());
    REQUIRE(key);
    const auto vault_key = Key::random();
    const auto header = Header::create(kind, {}, vault_key, std::array{SlotKey{question, *key}}).value();

    const auto asked = Header::read(kind, header.bytes()).value().question(SlotType::passphrase).value();
    CHECK(header.unlock(asked.slot, argon2id(words, asked.salt, asked.cost).value()).value() == vault_key);
    CHECK(header.unlock(asked.slot, argon2id("hedgehog lantern puddle teapots", asked.salt, asked.cost).value())
              .error() == HeaderProblem::wrong_secret);
}

TEST_CASE("a phone that derives two different keys from one passphrase makes no vault") {
    const auto key = Key::random();
    CHECK(derived_twice(key, key).value() == key);
    CHECK(derived_twice(key, Key::random()).error() == HeaderProblem::derived_twice_differently);
}

TEST_CASE("a new passphrase locks the old one out and leaves the recovery code as it was") {
    const Household home;
    const auto fresh = passphrase_way();
    const auto changed = home.header.replace(home.vault_key, home.passphrase.question.slot, fresh).value();
    CHECK(changed.questions().size() == 2);
    CHECK(changed.unlock(fresh.question.slot, fresh.key).value() == home.vault_key);
    CHECK(changed.unlock(home.recovery.question.slot, home.recovery.key).value() == home.vault_key);
    CHECK(changed.unlock(home.passphrase.question.slot, home.passphrase.key).error() == HeaderProblem::no_such_slot);
    CHECK(changed.unlock(fresh.question.slot, home.passphrase.key).error() == HeaderProblem::wrong_secret);
    CHECK(home.header.replace(home.vault_key, SlotId{}, fresh).error() == HeaderProblem::no_such_slot);
    auto cheap = fresh;
    cheap.question.cost.passes = 1;
    CHECK(home.header.replace(home.vault_key, home.passphrase.question.slot, cheap).error() ==
          HeaderProblem::cost_refused);
}

TEST_CASE("another way in is added only with every key at hand, so that no way in is lost") {
    const Household home;
    const SlotKey passkey{new_slot(SlotType::passkey), Key::random()};
    const auto wider = home.header.add(home.vault_key, passkey, std::array{home.passphrase, home.recovery}).value();
    CHECK(wider.questions().size() == 3);
    for (const auto& way_in : {home.passphrase, home.recovery, passkey})
        CHECK(wider.unlock(way_in.question.slot, way_in.key).value() == home.vault_key);

    CHECK(home.header.add(home.vault_key, passkey, std::array{home.passphrase}).error() ==
          HeaderProblem::needs_every_key);
    auto wrong = home.recovery;
    wrong.key = Key::random();
    CHECK(home.header.add(home.vault_key, passkey, std::array{home.passphrase, wrong}).error() ==
          HeaderProblem::wrong_secret);
    CHECK(home.header.add(Key::random(), passkey, std::array{home.passphrase, home.recovery}).error() ==
          HeaderProblem::wrong_secret);
}

TEST_CASE("one way in to eight, never none and never nine") {
    std::vector<SlotKey> ways(8, passphrase_way());
    for (auto& way : ways) way = passphrase_way();
    const auto vault_key = Key::random();
    const auto full = Header::create(kind, {}, vault_key, ways).value();
    CHECK(full.unlock(ways[7].question.slot, ways[7].key).value() == vault_key);
    CHECK(full.add(vault_key, passphrase_way(), ways).error() == HeaderProblem::too_many_slots);
    ways.push_back(passphrase_way());
    CHECK(Header::create(kind, {}, vault_key, ways).error() == HeaderProblem::too_many_slots);
    CHECK(Header::create(kind, {}, vault_key, {}).error() == HeaderProblem::no_such_slot);
}

TEST_CASE("a header cut short anywhere, or with a byte more, is refused") {
    const Household home;
    const auto whole = home.header.bytes();
    for (std::size_t length = 0; length < whole.size(); ++length) {
        CAPTURE(length);
        CHECK(problem(whole.first(length)) == (length < 4 ? HeaderProblem::not_ours : HeaderProblem::damaged));
    }
    Bytes longer(whole.begin(), whole.end());
    longer.push_back(0);
    CHECK(problem(longer) == HeaderProblem::damaged);
}

TEST_CASE("one byte changed anywhere in a header, and no secret opens it") {
    const Household home;
    for (std::size_t i = 0; i < home.header.bytes().size(); ++i) {
        CAPTURE(i);
        Bytes bent(home.header.bytes().begin(), home.header.bytes().end());
        bent[i] ^= 0x20;
        const auto read = Header::read(kind, bent);
        if (!read) continue;
        // The slot's own place may have been hit, so both the slot asked and the slot found are tried.
        for (const auto& way_in : {home.passphrase, home.recovery})
            CHECK_FALSE(read->unlock(way_in.question.slot, way_in.key).has_value());
    }
}

TEST_CASE("a slot put beside the others by someone without the vault key is noticed") {
    const Household home;
    const Household thief;
    // The genuine slot and all it is bound to stay; the recovery slot becomes the thief's.
    Bytes bent(home.header.bytes().begin(), home.header.bytes().end());
    std::copy_n(thief.header.bytes().begin() + static_cast<std::ptrdiff_t>(at(1, 0)), 116,
                bent.begin() + static_cast<std::ptrdiff_t>(at(1, 0)));
    const auto read = Header::read(kind, bent).value();
    CHECK(read.unlock(home.passphrase.question.slot, home.passphrase.key).error() == HeaderProblem::tampered);
}

TEST_CASE("a cost that would weaken a slot, or stop its owner, is refused both ways") {
    const Household home;
    const auto with = [&](std::size_t slot, std::uint32_t memory, std::uint32_t passes) {
        Bytes bent(home.header.bytes().begin(), home.header.bytes().end());
        put(bent, at(slot, memory_field), memory);
        put(bent, at(slot, passes_field), passes);
        return Header::read(kind, bent);
    };
    CHECK(with(0, 19'456, 2));
    CHECK(with(0, 262'144, 3));
    CHECK(with(0, 19'455, 2).error() == HeaderProblem::cost_refused);
    CHECK(with(0, 262'145, 2).error() == HeaderProblem::cost_refused);
    CHECK(with(0, 65'536, 1).error() == HeaderProblem::cost_refused);
    CHECK(with(0, 65'536, 11).error() == HeaderProblem::cost_refused);
    CHECK(with(0, 262'144, 4).error() == HeaderProblem::cost_refused);
    CHECK(with(0, 0, 0).error() == HeaderProblem::cost_refused);
    CHECK_MESSAGE(with(1, 65'536, 3).error() == HeaderProblem::cost_refused, "a recovery slot costs nothing");
    // Within the limits but not what was sealed: it reads, and opens for nobody.
    CHECK(with(0, 32'768, 3).value().unlock(home.passphrase.question.slot, home.passphrase.key).error() ==
          HeaderProblem::wrong_secret);

    auto dear = home.passphrase;
    dear.question.cost.memory_kib = 262'145;
    CHECK(Header::create(kind, {}, home.vault_key, std::array{dear}).error() == HeaderProblem::cost_refused);
}

TEST_CASE("a header of a later release asks for an update; another file is not ours") {
    const Household home;
    const auto with = [&](std::size_t where, std::uint8_t byte) {
        Bytes bent(home.header.bytes().begin(), home.header.bytes().end());
        bent[where] = byte;
        return problem(bent);
    };
    CHECK(with(0, 'X') == HeaderProblem::not_ours);
    CHECK(with(4, 2) == HeaderProblem::newer);
    CHECK(with(5, 1) == HeaderProblem::newer);
    CHECK(with(6, 0) == HeaderProblem::damaged);
    CHECK(with(6, 1) == HeaderProblem::damaged);
    CHECK(with(6, 9) == HeaderProblem::damaged);
    CHECK(with(7, 1) == HeaderProblem::damaged);
    CHECK(with(at(0, 0), 0) == HeaderProblem::damaged);
    CHECK(with(at(0, 0), 5) == HeaderProblem::damaged);
    CHECK(with(at(0, 1), 1) == HeaderProblem::damaged);
    CHECK_MESSAGE(with(3, '2') == HeaderProblem::not_ours, "and so is a backup's header");
    CHECK(Header::read(HeaderKind::backup, home.header.bytes()).error() == HeaderProblem::not_ours);
}
