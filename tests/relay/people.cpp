#include "relay/people.h"

#include <chrono>
#include <stdexcept>

#include "relay/http_client.h"

namespace goodweek::relay_tests {

namespace {

[[maybe_unused]] const bool cryptography_ready = vault::start().has_value();

Bytes noise(std::size_t size) {
    Bytes bytes(size);
    vault::fill_random(bytes);
    return bytes;
}

Circle a_circle(wire::ChannelKind kind) {
    const Phone founder;
    const auto party = random_id<PartyId>();
    const auto channel = random_id<ChannelId>();
    const std::vector<wire::PartyRef> everyone{{.group = {}, .party = party}};
    const std::vector<wire::RosterOp> ops{
        wire::AddDevice{founder.sign_key, founder.kem_key, wire::DeviceRole::admin, random_id<PersonId>()},
        wire::PartyEpoch{.party = party, .kem_key = founder.kem_key, .history = {}},
        wire::OpenChannel{.channel = channel, .kind = kind, .readers = everyone, .writers = everyone}};
    const auto genesis =
        wire::write_entry({.group = {}, .previous = {}, .signer = founder.id}, ops, founder.sign_seed);
    return {.founder = founder,
            .party = party,
            .channel = channel,
            .care = {},
            .roster = wire::Roster::replay({&genesis, 1}).value()};
}

}  // namespace

Circle a_clinic() { return a_circle(wire::ChannelKind::team); }
Circle a_household() { return a_circle(wire::ChannelKind::family); }

Bytes Circle::next_entry(std::vector<wire::RosterOp> ops, const Phone& signer) {
    const wire::EntryDraft draft{
        .group = group(), .height = roster.height() + 1, .previous = roster.head(), .signer = signer.id};
    auto entry = wire::write_entry(draft, ops, signer.sign_seed);
    if (!roster.append(entry)) throw std::runtime_error("this entry does not hold");
    return entry;
}

Bytes Circle::next_entry(std::vector<wire::RosterOp> ops) { return next_entry(std::move(ops), founder); }

Bytes Circle::adding(const Phone& phone, wire::DeviceRole role) {
    wire::Grant grant{.party = party, .epoch = roster.party(party)->current().number, .device = phone.id};
    vault::fill_random(grant.slot);
    return next_entry({wire::AddDevice{phone.sign_key, phone.kem_key, role, random_id<PersonId>()}, grant});
}

Bytes Circle::removing(const Phone& phone) {
    const auto next = roster.party(party)->current().number + 1;
    return next_entry({wire::RemoveDevice{.device = phone.id, .accepted = {}},
                       wire::PartyEpoch{.party = party,
                                        .epoch = next,
                                        .kem_key = vault::kem_public(vault::Key::random()),
                                        .history = noise(wire::history_box_size)}});
}

Bytes Circle::linking(const Circle& clinic) {
    care = random_id<ChannelId>();
    std::vector<wire::PartyRef> both{{.group = {}, .party = party}, {.group = clinic.group(), .party = clinic.party}};
    std::ranges::sort(both, {}, &wire::PartyRef::party);
    return next_entry({wire::Link{clinic.group(), clinic.roster.height(), clinic.roster.head()},
                       wire::OpenChannel{*care, wire::ChannelKind::care, both, both}});
}

Writer::Sealed Writer::again(std::size_t padded, std::string_view planted) const {
    wire::BundleHeader header{.group = owner.group(),
                              .channel = channel,
                              .sender_group = own.group(),
                              .sender = phone.id,
                              .seq = seq,
                              .previous = last,
                              .owner_roster = owner.roster.end(),
                              .sender_roster = own.roster.end()};
    auto ciphertext = noise(padded + vault::seal_overhead);
    std::ranges::copy(bytes_of(planted), ciphertext.begin());
    header.ciphertext_size = static_cast<std::uint32_t>(ciphertext.size());
    wire::BundleSlot slot{.party = owner.party};
    vault::fill_random(slot.kem);
    vault::fill_random(slot.wrap);
    vault::Hash commitment;
    vault::fill_random(commitment);
    auto bytes = wire::write_bundle(wire::write_bundle_bound(header, 1), commitment, {&slot, 1});
    wire::finish_bundle(bytes, ciphertext, phone.sign_seed);
    return {wire::read_bundle(bytes).value().id, bytes};
}

Writer::Sealed Writer::next(std::size_t padded, std::string_view planted) {
    ++seq;
    auto sealed = again(padded, planted);
    last = sealed.id;
    return sealed;
}

wire::Request Caller::signed_request(wire::Asked asked, Bytes body, std::string if_match,
                                     std::int64_t clock_off_ms) const {
    wire::Request request{.method = wire::method_of(asked.call),
                          .target = wire::target_of(asked),
                          .headers = {},
                          .body = std::move(body)};
    const auto auth = wire::auth_header(phone.sign_seed, group, phone.id, relay.authority(), request,
                                        now_ms() + clock_off_ms, random_id<wire::AuthNonce>());
    request.headers.push_back({std::string(wire::auth_header_name), auth});
    if (!if_match.empty()) request.headers.push_back({std::string(wire::if_match_header_name), std::move(if_match)});
    return request;
}

wire::Reply Caller::call(const wire::Asked& asked, Bytes body, std::string if_match) const {
    return send(relay.port(), signed_request(asked, std::move(body), std::move(if_match)));
}

wire::Reply Caller::found(const wire::Token& token, const std::vector<Bytes>& entries) const {
    return call({.call = wire::Call::found_group}, wire::found_group_body({token, entries}));
}

wire::Reply Caller::extend(const wire::RosterEnd& after, const Bytes& entry) const {
    return call({.call = wire::Call::extend_roster, .group = group}, entry, after.head.hex());
}

wire::Reply Caller::roster_of(const GroupId& whose, std::uint32_t from) const {
    return call({.call = wire::Call::read_roster, .group = whose, .from = from});
}

wire::Reply Caller::put(const GroupId& owner, const ChannelId& channel, const Writer::Sealed& bundle) const {
    return call({.call = wire::Call::put_bundle, .group = owner, .channel = channel, .bundle = bundle.id},
                bundle.bytes);
}

wire::Reply Caller::collect(const GroupId& owner, const ChannelId& channel, std::uint64_t after,
                            std::uint32_t max) const {
    return call({.call = wire::Call::read_bundles, .group = owner, .channel = channel, .after = after, .max = max});
}

Caller calling(const RelayProcess& relay, const Circle& circle) { return calling(relay, circle, circle.founder); }
Caller calling(const RelayProcess& relay, const Circle& circle, const Phone& phone) {
    return {relay, phone, circle.group()};
}

Paper a_paper_invite(std::int64_t lives_ms) {
    Paper paper;
    vault::fill_random(paper.token);
    paper.announced = {.token_hash = wire::invite_hash(paper.token),
                       .expires_ms = now_ms() + lives_ms,
                       .lookup = random_id<wire::LookupId>(),
                       .card = noise(200)};
    return paper;
}

wire::Reply announce(const Caller& clinic, const Paper& paper) {
    return clinic.call({.call = wire::Call::announce_invite}, wire::new_invite_body(paper.announced));
}

Circle founded_clinic(const RelayProcess& relay) {
    auto clinic = a_clinic();
    if (calling(relay, clinic).found(relay.clinic_token(), clinic.entries()).status != 201)
        throw std::runtime_error("no clinic was founded");
    return clinic;
}

Circle founded_household(const RelayProcess& relay, const Circle& clinic) {
    const auto paper = a_paper_invite();
    auto household = a_household();
    if (announce(calling(relay, clinic), paper).status != 201 ||
        calling(relay, household).found(paper.token, household.entries()).status != 201)
        throw std::runtime_error("no household was founded");
    return household;
}

std::int64_t now_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

std::optional<wire::Refusal> refusal_in(const wire::Reply& reply) {
    const auto error = wire::read_error(reply.body);
    return error ? std::optional(error->refusal) : std::nullopt;
}

}  // namespace goodweek::relay_tests
