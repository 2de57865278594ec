#include "session/phones.h"

#include "session/handlers.h"
#include "session/qr.h"

namespace goodweek::session {

namespace {

using namespace std::chrono_literals;

constexpr auto between_looks = 4s;  // the relay answers strangers 20 times a minute

void refuse(Inside& in, std::string_view key) {
    in.state.drafts.phone.problems = {{"typed", {.key = std::string(key)}}};
    if (in.state.phone) in.state.phone->waiting = false;
    in.ask(Announce{{.key = std::string(key)}, true});
}

void show_words(Inside& in, const GroupId& group, const DeviceId& device) {
    if (!in.state.phone) in.state.phone.emplace();
    in.state.phone->words.clear();
    for (const auto word : sync::enrol_words(group, device)) in.state.phone->words.emplace_back(word);
    in.state.phone->waiting = false;
    in.ask(Announce{{.key = "phone.words_title"}});
}

// The new phone: somebody may have answered.
void read_welcome(Inside& in, ByteView body) {
    const auto frames = wire::read_frames(body, wire::rendezvous_message_max);
    if (frames)
        for (const auto& frame : *frames)
            if (const auto welcome = sync::open_welcome(*in.phone.offer, in.phone.keys->id, frame.bytes)) {
                in.phone.welcome = welcome;
                in.member = sync::Membership::newcomer(*in.phone.keys, welcome->group);
                sync::follow(*in.talk, welcome->group);
                return in.start_talking();
            }
    in.ask(WakeAt{in.now + between_looks});
}

// The phone that is in: the new one's keys, if they are there.
void read_keys(Inside& in, ByteView body) {
    const auto frames = wire::read_frames(body, wire::rendezvous_message_max);
    if (frames)
        for (const auto& frame : *frames)
            if (const auto keys = sync::read_announcement(*in.phone.offered, frame.bytes)) {
                in.phone.offered_keys = keys;
                return apply(in, AcceptPhone{});
            }
    refuse(in, "phone.nobody_there");
}

}  // namespace

void apply(Inside& in, const OfferPhone&) {
    if (in.state.stage != Stage::blank) return;
    in.state.trouble.reset();
    const auto authority = sync::authority_of(in.configured_relay);
    if (!authority) {
        in.state.trouble = Sentence{.key = "phone.no_relay"};
        return;
    }
    in.phone = {};
    in.phone.keys = sync::new_device_keys();
    in.phone.offer = sync::offer_by_code(*in.phone.keys);
    in.profile.relay = in.configured_relay;
    in.talk = sync::begin_conversation(*authority);
    in.member = sync::Membership::newcomer(*in.phone.keys, GroupId{});
    PhoneOffer shown{
        .code = in.phone.offer->code, .text = in.app_origin + "#/add/" + in.phone.offer->code, .waiting = true};
    shown.qr = qr_modules(shown.text);
    in.state.phone = std::move(shown);
    sync::run_errand(*in.talk, {.call = wire::Call::leave_message, .rendezvous = in.phone.offer->at},
                     in.phone.offer->announcement);
    in.start_talking();
}

void ask_rendezvous(Inside& in) {
    if (!in.phone.offer || in.phone.welcome || !in.talk || !in.phone.announced || in.waiting.send) return;
    sync::run_errand(*in.talk, {.call = wire::Call::read_messages, .rendezvous = in.phone.offer->at}, {});
    in.start_talking();
}

void apply(Inside& in, const LookAtPhone&) {
    auto& draft = in.state.drafts.phone;
    draft.problems.clear();
    if (!in.talk || !in.member) return;
    // The address in the other phone's picture, or only the code in it.
    std::string_view typed = draft.typed;
    if (const auto at = typed.rfind("#/add/"); at != std::string_view::npos) typed.remove_prefix(at + 6);
    auto offered = sync::read_offer(typed);
    if (!offered) offered = sync::read_offer(draft.typed);
    if (!offered)
        return refuse(
            in, offered.error() == sync::OfferProblem::update_needed ? "trouble.update_needed" : "phone.mistyped");
    if (!in.state.online) return refuse(in, "join.offline");
    in.phone = {};
    in.phone.offered = *offered;
    in.phone.person = draft.person.empty() ? in.state.me : draft.person;
    in.state.phone = PhoneOffer{.waiting = true};
    sync::run_errand(*in.talk, {.call = wire::Call::read_messages, .rendezvous = offered->at}, {});
    in.start_talking();
}

void apply(Inside& in, const AcceptPhone&) {
    if (!in.phone.offered_keys || in.phone.asked_to_add) return;
    const auto role = in.state.side == Side::clinic ? wire::DeviceRole::worker : wire::DeviceRole::admin;
    auto entry = sync::entry_adding(*in.member, {.sign_key = in.phone.offered_keys->sign_key,
                                                 .kem_key = in.phone.offered_keys->kem_key,
                                                 .role = role,
                                                 .person = in.phone.person});
    if (!entry) return refuse(in, "phone.not_allowed");
    in.phone.asked_to_add = true;
    sync::post_entry(*in.talk, *in.member, std::move(*entry));
    in.start_talking();
}

void go_on_with_phone(Inside& in) {
    auto& phone = in.phone;
    // The new phone: the roster it was told of is here, and it is in it.
    if (phone.welcome && in.member && sync::welcomed_by(*phone.welcome, *in.member)) {
        const auto* roster = in.member->own();
        if (const auto* device = roster->device(phone.keys->id)) in.profile.me = device->person;
        in.profile.side = roster->is_clinic() ? Side::clinic : Side::family;
        in.profile.recovery_confirmed = true;  // the family's code is with whoever has it
        return show_words(in, phone.welcome->group, phone.keys->id);
    }
    if (!phone.offered_keys || !phone.asked_to_add || phone.welcomed) return;
    const auto device = wire::device_id(phone.offered_keys->sign_key, phone.offered_keys->kem_key);
    const auto* roster = in.member->own();
    if (!roster || !roster->device(device)) {
        // Somebody else changed the roster first: the entry is made anew on top of theirs.
        phone.asked_to_add = false;
        return apply(in, AcceptPhone{});
    }
    phone.welcomed = true;
    sync::run_errand(*in.talk, {.call = wire::Call::leave_message, .rendezvous = phone.offered->at},
                     sync::seal_welcome(*phone.offered, device, {.group = in.state.own, .roster = roster->end()}));
    show_words(in, in.state.own, device);
}

void take_phone_answer(Inside& in, const sync::ErrandAnswered& answer) {
    if (answer.asked.call == wire::Call::leave_message && in.phone.offer &&
        answer.asked.rendezvous == in.phone.offer->at) {
        if (answer.refusal) {
            in.state.phone.reset();
            in.state.trouble = Sentence{.key = "phone.relay_refused"};
            return;
        }
        in.phone.announced = true;
        in.ask(WakeAt{in.now + between_looks});
    }
    if (answer.asked.call != wire::Call::read_messages) return;
    if (in.phone.offer && answer.asked.rendezvous == in.phone.offer->at) {
        if (answer.refusal) return in.ask(WakeAt{in.now + between_looks});
        return read_welcome(in, answer.body);
    }
    if (in.phone.offered && answer.asked.rendezvous == in.phone.offered->at) {
        if (answer.refusal) return refuse(in, "phone.nobody_there");
        read_keys(in, answer.body);
    }
}

void apply(Inside& in, const PhoneWordsMatch&) {
    if (in.state.stage == Stage::blank) {
        // Keys and roster are here; what is left is to lock them away.
        in.state.phone.reset();
        in.state.drafts.create = {.step = CreateDraft::Step::lock};
        apply(in, OfferWords{});
        return in.go({.page = Page::create});
    }
    in.phone = {};
    in.state.phone.reset();
    in.state.drafts.phone = {};
    in.notify(Notice::Tone::good, {.key = "phone.added"});
    in.go({.page = in.state.side == Side::clinic ? Page::sync : Page::people});
}

void apply(Inside& in, const CancelPhone&) {
    const bool added = in.phone.welcomed;
    const bool blank = in.state.stage == Stage::blank;
    in.phone = {};
    in.state.phone.reset();
    in.state.drafts.phone = {};
    if (blank) {
        in.member.reset();
        in.talk.reset();
        in.talking = false;
        in.waiting.send.reset();
        return in.go({.page = Page::start});
    }
    if (added) in.notify(Notice::Tone::problem, {.key = "phone.wrong_words"});
    in.go({.page = in.state.side == Side::clinic ? Page::sync : Page::people});
}

}  // namespace goodweek::session
