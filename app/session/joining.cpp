#include "session/joining.h"

#include <algorithm>

#include "session/handlers.h"
#include "session/placing.h"
#include "session/qr.h"

namespace goodweek::session {

namespace {

using namespace std::chrono_literals;

constexpr auto invite_life = Days{28};

EntityId named(std::string_view name) {
    return *EntityId::from(ByteView(vault::hash("entity", {bytes_of(name)})).first(EntityId::size));
}
EntityId the_proof() { return named("invite-used"); }

void refuse(Inside& in, std::string_view key) {
    in.state.drafts.join.problems = {{"typed", {.key = std::string(key)}}};
    in.ask(Announce{{.key = std::string(key)}, true});
}

InviteSeen seen(const sync::Invite& invite, bool scanned) {
    InviteSeen shown{
        .relay = invite.relay, .expires = Moment{std::chrono::milliseconds(invite.expires_ms)}, .scanned = scanned};
    for (const auto word : sync::check_words(invite.clinic)) shown.words.emplace_back(word);
    return shown;
}

void take_invite(Inside& in, sync::Invite invite, bool scanned) {
    if (sync::expired(invite, in.now.time_since_epoch().count())) return refuse(in, "join.expired");
    in.state.invite = seen(invite, scanned);
    in.joining.invite = std::move(invite);
    if (in.member) apply(in, PreviewSharing{in.state.drafts.join.sharing});
    if (in.state.route.page != Page::join) in.go({.page = Page::join});
}

void use_relay(Inside& in, const std::string& relay) {
    if (in.talk) return;
    const auto authority = sync::authority_of(relay);
    if (!authority) return;
    in.joining.had_no_relay = true;
    in.profile.relay = relay;
    in.talk = sync::begin_conversation(*authority);
}

void give_up(Inside& in, std::string_view key) {
    if (in.joining.had_no_relay) {
        in.talk.reset();
        in.profile.relay.clear();
        in.talking = false;
    }
    in.joining = {};
    in.state.joining = false;
    in.state.invite.reset();
    refuse(in, key);
    in.go({.page = Page::join});
}

void joined(Inside& in) {
    const auto invite = *in.joining.invite;
    in.joining = {};
    in.state.joining = false;
    in.state.invite.reset();
    in.state.drafts.join.typed.clear();
    Family& family = in.state.families[in.state.own];
    family.linked = true;
    in.record_in(family, the_proof(), std::nullopt, in.here(),
                 records::InviteUsed{sync::join_proof(invite.secret, in.state.own)});
    in.record_in(family, records::the_sharing(), std::nullopt, in.here(),
                 records::SharingChosen{in.state.drafts.join.sharing});
    find_pending(in, family);
    in.notify(Notice::Tone::good, {.key = "join.joined"});
    if (in.state.route.page == Page::join) in.go({.page = Page::people});
}

bool proves(const Inside& in, const GroupId& household, ByteView proof) {
    const auto* clinic = in.state.find(in.state.own);
    if (!clinic) return false;
    return std::ranges::any_of(clinic->log.events(), [&](const records::Event& event) {
        const auto* given = std::get_if<records::InviteGiven>(&event.what);
        if (!given || given->secret.size() != sync::InviteSecret{}.size()) return false;
        sync::InviteSecret secret{};
        std::ranges::copy(given->secret, secret.begin());
        return vault::same(sync::join_proof(secret, household), proof);
    });
}

}  // namespace

void apply(Inside& in, const LookAtInvite&) {
    auto& draft = in.state.drafts.join;
    draft.problems.clear();
    in.joining.secret.reset();
    if (auto invite = sync::read_invite(draft.typed)) return take_invite(in, *std::move(invite), true);
    else if (invite.error() == sync::InviteProblem::update_needed) return refuse(in, "trouble.update_needed");
    else if (invite.error() == sync::InviteProblem::mistyped) return refuse(in, "join.mistyped");
    const auto secret = sync::read_invite_code(draft.typed);
    if (!secret) return refuse(in, "join.not_an_invite");
    if (in.configured_relay.empty() && in.profile.relay.empty()) return refuse(in, "join.no_relay");
    in.joining.secret = secret;
    // A typed code says nothing by itself. Its card is fetched once there is a family whose phone can ask.
    if (!in.member) {
        in.state.invite = InviteSeen{};
        return;
    }
    use_relay(in, in.profile.relay.empty() ? in.configured_relay : in.profile.relay);
    sync::run_errand(*in.talk, {.call = wire::Call::look_up_invite, .lookup = sync::invite_lookup(*secret)}, {});
    in.state.joining = true;
    in.start_talking();
}

void apply(Inside& in, const JoinClinic&) {
    auto& draft = in.state.drafts.join;
    draft.problems.clear();
    if (!in.state.invite || !in.member || in.joining.under_way) return;
    if (!in.joining.invite) return apply(in, LookAtInvite{});
    if (!in.state.invite->scanned && !draft.words_match) {
        draft.problems.push_back({"words-match", {.key = "join.compare_first"}});
        return in.ask(Announce{{.key = "problem.heading"}, true});
    }
    if (!in.state.online) return refuse(in, "join.offline");
    const auto& invite = *in.joining.invite;
    use_relay(in, invite.relay);
    if (!in.talk) return refuse(in, "join.not_an_invite");
    in.joining.under_way = in.state.joining = true;
    sync::found_group(*in.talk, *in.member, sync::invite_token(invite.secret));
    sync::follow(*in.talk, invite.clinic);
    in.keep();
    in.send_now();
}

void go_on_joining(Inside& in) {
    if (!in.joining.under_way) return;
    const auto& clinic = in.joining.invite->clinic;
    const auto* own = in.member->own();
    if (own && own->link(clinic)) return joined(in);
    if (!in.member->roster(clinic) || in.joining.asked_to_link) return;
    auto entry = sync::entry_linking(*in.member, clinic);
    if (!entry) return give_up(in, "join.clinic_refused");
    in.joining.asked_to_link = true;
    sync::post_entry(*in.talk, *in.member, std::move(*entry));
}

bool refused_while_joining(Inside& in, const sync::Refused& refused) {
    if (!in.joining.under_way) return false;
    const bool at_the_door = refused.asked.call == wire::Call::found_group;
    give_up(in, at_the_door ? "join.used" : "join.clinic_refused");
    return true;
}

void take_invite_answer(Inside& in, const sync::ErrandAnswered& answer) {
    if (answer.asked.call == wire::Call::look_up_invite && in.joining.secret) {
        in.state.joining = false;
        auto invite =
            answer.refusal ? std::nullopt : sync::open_card(*in.joining.secret, in.profile.relay, answer.body);
        if (!invite) return give_up(in, "join.unknown_code");
        return take_invite(in, *std::move(invite), false);
    }
    if (answer.asked.call != wire::Call::announce_invite || !in.joining.announcing) return;
    const auto invite = *std::exchange(in.joining.announcing, std::nullopt);
    if (answer.refusal) return in.notify(Notice::Tone::problem, {.key = "invite.refused"});
    auto made = seen(invite, true);
    // Without a page to open, a line to paste.
    made.text = in.app_origin.empty() ? sync::invite_line(invite) : sync::invite_link(invite, in.app_origin);
    made.typed_code = sync::invite_code(invite.secret);
    made.qr = qr_modules(made.text);
    in.state.made_invite = std::move(made);
}

void apply(Inside& in, const InviteFamily& asked) {
    if (in.state.side != Side::clinic || !in.talk) return;
    auto invite = sync::new_invite(in.profile.relay, in.state.own, (in.now + invite_life).time_since_epoch().count());
    in.record_in(in.state.families[in.state.own], in.fresh_id(), std::nullopt, in.here(),
                 records::InviteGiven{.secret = Bytes(invite.secret.begin(), invite.secret.end()),
                                      .for_whom = asked.for_whom,
                                      .expires = Moment{std::chrono::milliseconds(invite.expires_ms)}});
    sync::run_errand(*in.talk, {.call = wire::Call::announce_invite},
                     wire::new_invite_body(sync::announcement(invite)));
    in.joining.announcing = std::move(invite);
    in.start_talking();
    if (!in.state.online) in.notify(Notice::Tone::warn, {.key = "invite.offline"});
}

void apply(Inside& in, const AnotherInvite&) { in.state.made_invite.reset(); }

bool proof_holds(const Inside& in, const Family& family) {
    if (in.state.side != Side::clinic) return true;
    const auto* entity = family.log.find(the_proof());
    const auto* used = entity ? entity->as<records::InviteUsed>() : nullptr;
    return used && proves(in, family.id, used->proof);
}

}  // namespace goodweek::session
