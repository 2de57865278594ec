#include "session/making.h"

#include <algorithm>
#include <ranges>

#include "domain/put_in_order.h"
#include "session/arriving.h"
#include "session/handlers.h"
#include "session/profile.h"
#include "vault/passphrase.h"

namespace goodweek::session {

namespace {

using namespace std::chrono_literals;

constexpr vault::Argon2Cost usual{.memory_kib = 65536, .passes = 3};
constexpr vault::Argon2Cost light{.memory_kib = 32768, .passes = 3};
constexpr auto slow = 1500ms;

std::string without_ends(std::string_view typed) {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!typed.empty() && blank(typed.front())) typed.remove_prefix(1);
    while (!typed.empty() && blank(typed.back())) typed.remove_suffix(1);
    return std::string(typed);
}

void cannot_make(Inside& in, std::string_view key) {
    in.state.stage = Stage::blank;
    in.state.drafts.create.problems = {{"passphrase", {.key = std::string(key)}}};
    in.ask(Announce{{.key = std::string(key)}, true});
}

// A phone that is slow or short of memory gets the lighter cost rather than a long wait at every opening.
void derive_for_vault(Inside& in, const std::string& secret, const vault::Argon2Cost& cost, WithSlotKey then) {
    const auto began = in.now;
    derive_twice(in, secret, vault::new_slot(vault::SlotType::passphrase, cost),
                 [=](Inside& at, std::optional<vault::SlotKey> key) {
                     const bool hard = !key || at.now - began > 2 * slow;
                     if (hard && !(cost == light)) return derive_for_vault(at, secret, light, then);
                     if (!key) return cannot_make(at, "create.unsound");
                     then(at, std::move(key));
                 });
}

bool write_vault(Inside& in, const vault::SlotKey& passphrase, const vault::RecoveryCode& code) {
    const auto recovery = vault::new_slot(vault::SlotType::recovery);
    const std::array ways{passphrase, vault::SlotKey{recovery, vault::recovery_slot_key(code, recovery)}};
    vault::VaultId id;
    vault::fill_random(id.bytes);
    const auto key = vault::Key::random();
    const auto header = vault::Header::create(vault::HeaderKind::vault, id, key, ways);
    if (!header || !in.store.prepare() || !in.store.hold()) return false;
    auto made = vault::Vault::create(in.store, *header, key, profile_bytes(in));
    if (!made) return false;
    in.vault = std::move(made->vault);
    in.keep_commit(made->commit);
    return true;
}

// Three different groups, whichever.
std::vector<int> three_groups() {
    std::vector<int> all{0, 1, 2, 3, 4, 5, 6};
    std::array<std::uint8_t, 3> random{};
    vault::fill_random(random);
    std::vector<int> chosen;
    for (const auto byte : random) {
        const auto at = all.begin() + byte % static_cast<int>(all.size());
        chosen.push_back(*at);
        all.erase(at);
    }
    put_in_order(chosen);
    return chosen;
}

}  // namespace

std::optional<std::string> chosen_passphrase(CreateDraft& draft) {
    std::string offered;
    for (const auto& word : draft.offered) offered += (offered.empty() ? "" : " ") + word;
    const std::string& typed = draft.own_words ? draft.passphrase : offered;
    if (!vault::judge_new_passphrase(typed)) draft.problems.push_back({"passphrase", {.key = "create.too_short"}});
    const bool same = vault::passphrase_secret(draft.again) == vault::passphrase_secret(typed);
    if (draft.problems.empty() && !same)
        draft.problems.push_back({"again", {.key = draft.own_words ? "create.not_the_same" : "create.words_differ"}});
    return draft.problems.empty() ? std::optional(vault::passphrase_secret(typed)) : std::nullopt;
}

void derive_twice(Inside& in, const std::string& secret, const vault::SlotQuestion& question, WithSlotKey then) {
    in.derive(secret, question.salt, question.cost, [=](Inside& at, std::optional<vault::Key> first) {
        if (!first) return then(at, std::nullopt);
        at.derive(secret, question.salt, question.cost, [=](Inside& after, std::optional<vault::Key> second) {
            const bool agree = second && vault::derived_twice(*first, *second).has_value();
            then(after, agree ? std::optional(vault::SlotKey{question, *first}) : std::nullopt);
        });
    });
}

void make_vault(Inside& in, const std::string& passphrase, std::function<void(Inside&)> then) {
    in.state.stage = Stage::opening;
    derive_for_vault(in, passphrase, usual, [then = std::move(then)](Inside& at, std::optional<vault::SlotKey> slot) {
        // The code that opens this vault is the one whose device stands in the roster, where the person has one.
        const auto code = at.recovery_code.value_or(vault::RecoveryCode::random());
        at.recovery_code.reset();
        if (!write_vault(at, *slot, code)) return cannot_make(at, "create.cannot_write");
        at.state.stage = Stage::open;
        at.state.own = at.member->group();
        at.state.side = at.profile.side;
        at.state.me = at.state.looking_at = at.profile.me;
        at.state.clinic_name = at.profile.clinic_name;
        at.state.families[at.state.own].id = at.state.own;
        at.state.drafts.create = {};
        at.state.drafts.recovery = {
            .code = code.text(), .asked = three_groups(), .given = std::vector<std::string>(3)};
        list_devices(at, at.state.families[at.state.own]);
        at.go({.page = Page::recovery});
        then(at);
    });
}

void apply(Inside& in, const StartCreating& asked) {
    in.state.drafts.create = {};
    in.state.drafts.create.then_join = asked.then_join;
    apply(in, OfferWords{});
    // With an invite in hand but not read yet, that comes first: it may be mistyped.
    in.go({.page = asked.then_join && !in.state.invite ? Page::join : Page::create});
}

void apply(Inside& in, const OfferWords&) {
    auto& offered = in.state.drafts.create.offered;
    offered.clear();
    for (const auto word : std::views::split(vault::new_passphrase(), ' '))
        offered.emplace_back(std::string_view(word));
    in.state.drafts.create.again.clear();
}

void apply(Inside& in, const NextPage&) {
    auto& draft = in.state.drafts.create;
    draft.problems.clear();
    if (draft.step == CreateDraft::Step::who) {
        if (without_ends(draft.home).empty()) draft.problems.push_back({"home", {.key = "create.no_home"}});
        if (without_ends(draft.name).empty()) draft.problems.push_back({"name", {.key = "person.no_name"}});
        if (draft.home.size() > longest_name) draft.problems.push_back({"home", {.key = "person.name_too_long"}});
        if (draft.name.size() > longest_name) draft.problems.push_back({"name", {.key = "person.name_too_long"}});
        if (!draft.problems.empty()) return;
    }
    if (draft.step != CreateDraft::Step::lock)
        draft.step = static_cast<CreateDraft::Step>(static_cast<int>(draft.step) + 1);
}

void apply(Inside& in, const CreateFamily&) {
    auto& draft = in.state.drafts.create;
    if (in.state.stage != Stage::blank) return;
    draft.problems.clear();
    // A phone that was let into a family has its keys already; only its lock is wanting.
    const bool newcomer = in.member.has_value();
    if (!newcomer && without_ends(draft.home).empty()) draft.problems.push_back({"home", {.key = "create.no_home"}});
    const auto passphrase = chosen_passphrase(draft);
    if (!passphrase) return in.ask(Announce{{.key = "problem.heading"}, true});
    if (newcomer) return make_vault(in, *passphrase, [](Inside& at) { at.send_now(); });
    in.recovery_code = vault::RecoveryCode::random();
    in.profile = {.side = Side::family, .me = in.fresh_person()};
    in.member =
        sync::Membership::household(sync::new_device_keys(), in.profile.me, sync::recovery_keys(*in.recovery_code));
    make_vault(in, *passphrase, [home = without_ends(draft.home), name = without_ends(draft.name)](Inside& at) {
        at.record(records::the_home(), std::nullopt, at.here(), records::HomeNamed{home});
        if (name.empty()) return;
        const Person person{.id = at.profile.me, .name = name, .picture = "flower-2"};
        at.record(records::entity_of(person.id), person.id, at.here(), person);
    });
}

void apply(Inside& in, const CreateClinic& asked) {
    auto& draft = in.state.drafts.create;
    if (in.state.stage != Stage::blank) return;
    draft.problems.clear();
    const auto authority = sync::authority_of(asked.relay);
    const auto token = wire::read_token(asked.admin_token);
    if (without_ends(asked.clinic).empty()) draft.problems.push_back({"home", {.key = "clinic.no_name"}});
    if (!authority) draft.problems.push_back({"relay", {.key = "clinic.bad_relay"}});
    if (!token) draft.problems.push_back({"token", {.key = "clinic.bad_token"}});
    const auto passphrase = chosen_passphrase(draft);
    if (!passphrase) return;
    in.recovery_code = vault::RecoveryCode::random();
    in.profile = {.side = Side::clinic,
                  .me = in.fresh_person(),
                  .relay = asked.relay,
                  .clinic_name = without_ends(asked.clinic),
                  .worker = without_ends(asked.worker)};
    in.member =
        sync::Membership::clinic(sync::new_device_keys(), in.profile.me, sync::recovery_keys(*in.recovery_code));
    in.talk = sync::begin_conversation(*authority);
    sync::found_group(*in.talk, *in.member, *token);
    make_vault(in, *passphrase, [](Inside& at) {
        at.record(records::the_clinic(), std::nullopt, at.here(),
                  records::ClinicNamed{at.profile.clinic_name, at.profile.worker});
    });
}

void apply(Inside& in, const ConfirmRecovery&) {
    auto& draft = in.state.drafts.recovery;
    draft.problems.clear();
    const auto code = vault::RecoveryCode::read(draft.code);
    if (!code) return;
    for (std::size_t i = 0; i < draft.asked.size(); ++i)
        if (!code->group_is(static_cast<std::size_t>(draft.asked[i]), draft.given[i]))
            draft.problems.push_back({"group-" + std::to_string(i), {.key = "recovery.wrong_group"}});
    if (!draft.problems.empty()) return in.ask(Announce{{.key = "problem.heading"}, true});
    draft = {};
    in.profile.recovery_confirmed = true;
    in.keep();
    in.notify(Notice::Tone::good, {.key = "recovery.saved"});
    if (in.state.invite) return in.go({.page = Page::join});
    in.go({.page = in.state.side == Side::clinic ? Page::caseload : Page::today});
}

}  // namespace goodweek::session
