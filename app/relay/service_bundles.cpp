// Taking bundles in, and handing them out.
#include "relay/service.h"

namespace goodweek::relay {

namespace {

Answer chain_moved(const wire::ChainEnd& end, std::int64_t now_ms) {
    auto moved = error(wire::Refusal::conflict);
    moved.chain = end;
    return refuse(moved, now_ms);
}

// A verdict that a fresher roster may overturn says where ours ends; one about the chain says where that ends.
Answer refuse_bundle(wire::BundleProblem problem, const wire::BundleHeader& header, const wire::Roster& owner,
                     const wire::Roster& sender, const wire::ChainTip& tip, std::int64_t now_ms) {
    const auto refusal = refusal_for(problem);
    if (refusal != wire::Refusal::conflict) return refuse(refusal, now_ms);
    if (problem != wire::BundleProblem::roster_unknown && problem != wire::BundleProblem::roster_fork)
        return chain_moved({tip.seq, tip.id}, now_ms);
    const bool owner_agrees = owner.id_at(header.owner_roster.height) == header.owner_roster.head;
    auto lacking = error(refusal);
    lacking.roster = owner_agrees ? sender.end() : owner.end();
    return refuse(lacking, now_ms);
}

}  // namespace

Task<Answer> Service::put_bundle(const Visit& visit, const Caller& caller) {
    const auto owner = co_await group_for(caller, visit.asked.group);
    if (!owner) co_return refuse(wire::Refusal::unknown, visit.now_ms);
    const auto bundle = wire::read_bundle(visit.body);
    if (!bundle) co_return refuse(refusal_for(bundle.error()), visit.now_ms);
    const auto& header = bundle->header;
    // Each device brings its own: nobody spends another's quota or speaks in another's chain.
    if (bundle->id != visit.asked.bundle || header.sender != caller.device->id ||
        header.sender_group != caller.group_id)
        co_return refuse(wire::Refusal::bundle_invalid, visit.now_ms);
    if (owner->roster.closed()) co_return refuse(wire::Refusal::erased, visit.now_ms);

    const auto chain = co_await mailbox_.chain(visit.asked.group, visit.asked.channel, header.sender, header.seq);
    if (chain.placed && chain.placed->id == bundle->id)
        co_return reply(200, wire::relay_seq_body(chain.placed->relay_seq));
    const auto verdict = wire::check_bundle(*bundle, visit.asked.group, visit.asked.channel, owner->roster,
                                            caller.group->roster, chain.tip);
    if (!verdict)
        co_return refuse_bundle(verdict.error(), header, owner->roster, caller.group->roster, chain.tip,
                                visit.now_ms);

    const auto pushed = co_await mailbox_.push({.header = &header, .id = bundle->id, .bundle = visit.body});
    switch (pushed.what) {
        case Pushed::What::kept: co_return reply(201, wire::relay_seq_body(pushed.relay_seq));
        case Pushed::What::chain_moved: co_return chain_moved(pushed.chain, visit.now_ms);
        default: co_return refuse(wire::Refusal::quota, visit.now_ms);
    }
}

Task<Answer> Service::read_bundles(const Visit& visit, const Caller& caller) {
    const auto& asked = visit.asked;
    const auto owner = co_await group_for(caller, asked.group);
    if (!owner || !wire::may_read(owner->roster, asked.channel, caller.group->roster, caller.device->id))
        co_return refuse(wire::Refusal::unknown, visit.now_ms);
    co_return reply(200, co_await mailbox_.bundles(asked.group, asked.channel, asked.after, asked.max));
}

Task<Answer> Service::list_bundles(const Visit& visit, const Caller& caller) {
    const auto& asked = visit.asked;
    const auto owner = co_await group_for(caller, asked.group);
    if (!owner || !wire::may_read(owner->roster, asked.channel, caller.group->roster, caller.device->id))
        co_return refuse(wire::Refusal::unknown, visit.now_ms);
    co_return reply(200, wire::stored_body(co_await mailbox_.stored(asked.group, asked.channel, asked.after)));
}

}  // namespace goodweek::relay
