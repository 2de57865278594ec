// Bundles, from ../bundle/FORMAT.md.

import { decode, encode } from './cbor.mjs';
import { mayWrite } from './roster.mjs';
import {
    H, KDF, Reader, bytes, decapsulate, encapsulate, hex, isZero, joined, refuse, same, seal, sign, u16, u32, u64, u8,
    unseal, verified, zeroNonce, zeros,
} from './words.mjs';

const classes = Array.from({ length: 11 }, (_, i) => 1024 << i);
const fingerprint = (key) => H('kempk', key);

// ---- the outside

export function readBundle(all) {
    const reader = new Reader(all);
    const magic = hex(all.subarray(0, 4));
    if (magic !== hex(bytes('GWB1'))) refuse(all.length >= 4 && magic.startsWith(hex(bytes('GWB'))) ? 'update_needed' : 'damaged');
    reader.take(4);
    const [suite, kind, n] = [reader.u16(), reader.u8(), reader.u8()];
    if (suite !== 1 || kind < 1 || kind > 3) refuse('update_needed');
    const end = () => ({ height: reader.u32(), head: reader.take(32) });
    const bundle = {
        kind, group: reader.take(32), channel: reader.take(16), senderGroup: reader.take(32), sender: reader.take(16),
        seq: reader.number(8), previous: reader.take(32), owner: end(), senderRoster: end(),
    };
    const size = reader.u32();
    const reserved = reader.u32();
    bundle.bound = reader.before();
    bundle.commitment = reader.take(32);
    const exact = 256 + 1188 * n + size + 64 === all.length;
    if (n < 1 || n > 8 || reserved !== 0 || !classes.includes(size - 16) || !exact) refuse('damaged');
    if (bundle.seq === 0n || (bundle.seq === 1n) !== isZero(bundle.previous)) refuse('damaged');
    bundle.slots = Array.from({ length: n }, () => ({
        party: reader.take(16), epoch: reader.u32(), kem: reader.take(1120), wrap: reader.take(48),
    }));
    if (bundle.slots.some((slot, i) => i > 0 && hex(bundle.slots[i - 1].party) >= hex(slot.party))) refuse('damaged');
    bundle.around = reader.before();
    bundle.box = reader.take(size);
    bundle.id = H('bundle', reader.before());
    bundle.signature = reader.take(64);
    return bundle;
}

// ---- reading, step by step

const emptyTip = { seq: 0n, id: zeros(32), ownerHeight: 0, senderHeight: 0, linkedEpochs: new Map() };

// rosters: by group in hexadecimal. seeds: by `party epoch`. chains: by sender in hexadecimal, moved forward when it opens.
export function openBundle(all, { group, channel, rosters, seeds, chains }) {
    const bundle = readBundle(all);
    if (bundle.kind !== 1) refuse('update_needed');
    if (!same(bundle.group, group) || !same(bundle.channel, channel)) refuse('misdelivered');
    const owner = rosters.get(hex(bundle.group));
    const senders = rosters.get(hex(bundle.senderGroup));
    for (const [roster, stated] of [[owner, bundle.owner], [senders, bundle.senderRoster]]) {
        if (!roster?.ids[stated.height]) refuse('roster_unknown');
        if (!same(roster.ids[stated.height], stated.head)) refuse('roster_fork');
    }
    const tip = chains.get(hex(bundle.sender)) ?? emptyTip;
    if (!mayWrite(owner, bundle.owner.height, bundle.channel, senders, bundle.senderRoster.height, bundle.sender)) refuse('not_a_writer');
    const fell = bundle.owner.height < tip.ownerHeight || bundle.senderRoster.height < tip.senderHeight;
    if (bundle.seq === tip.seq + 1n && fell) refuse('heights_fell');
    const device = senders.devices.get(hex(bundle.sender));
    if (!verified(device.signKey, 'bundle', bundle.id, bundle.signature)) refuse('forged');

    if (bundle.seq < tip.seq || same(bundle.id, tip.id)) refuse('known');
    if (bundle.seq === tip.seq) refuse('device_fork');
    if (bundle.seq > tip.seq + 1n) refuse('gap');
    if (!same(bundle.previous, tip.id)) refuse('wrong_previous');
    if (device.removed !== undefined) {
        const covered = device.accepted.find((each) => each.channel === hex(bundle.channel));
        if (!covered || bundle.seq > covered.seq) refuse('after_removal');
    }
    const linkedEpochs = checkReaders(bundle, owner, rosters, tip);
    const body = openBody(bundle, owner, seeds);
    for (const [who, seq, id] of body.s) {
        const known = chains.get(hex(who));
        if (known && known.seq === seq && !same(known.id, id)) refuse('chain_contradicted');
    }
    chains.set(hex(bundle.sender), {
        seq: bundle.seq, id: bundle.id, ownerHeight: bundle.owner.height, senderHeight: bundle.senderRoster.height, linkedEpochs,
    });
    return { clock: body.c, events: body.e, seen: body.s };
}

function checkReaders(bundle, owner, rosters, tip) {
    const shape = owner.channelAt(bundle.channel, bundle.owner.height);
    const exact = shape.readers.length === bundle.slots.length &&
        shape.readers.every(([, party], i) => same(party, bundle.slots[i].party));
    if (!exact) refuse('wrong_readers');
    const linkedEpochs = new Map();
    shape.readers.forEach(([group, party], i) => {
        const { epoch } = bundle.slots[i];
        if (isZero(group)) {
            if (owner.epochAt(party, bundle.owner.height)?.number !== epoch) refuse('wrong_epoch');
            return;
        }
        if (!rosters.get(hex(group))?.parties.get(hex(party))?.epochs[epoch - 1]) refuse('roster_unknown');
        if (epoch < (tip.linkedEpochs.get(hex(party)) ?? 0)) refuse('wrong_epoch');
        linkedEpochs.set(hex(party), epoch);
    });
    return linkedEpochs;
}

function contentKey(bundle, seeds) {
    for (const slot of bundle.slots) {
        const found = seeds.get(`${hex(slot.party)} ${slot.epoch}`);
        if (!found) continue;
        const key = KDF(decapsulate(found.seed, slot.kem), 'wrap', bundle.bound, slot.party, u32(slot.epoch), fingerprint(found.key));
        return unseal(key, zeroNonce, zeros(0), slot.wrap) ?? refuse('sealed_wrong');
    }
    return refuse('not_a_reader');
}

function openBody(bundle, owner, seeds) {
    const content = contentKey(bundle, seeds);
    if (!same(KDF(content, 'commit', bundle.bound), bundle.commitment)) refuse('sealed_wrong');
    const padded = unseal(KDF(content, 'enc'), zeroNonce, bundle.around, bundle.box) ?? refuse('sealed_wrong');
    return readBody(padded);
}

export function readBody(padded) {
    const reader = new Reader(padded, 'bad_body');
    if (hex(reader.take(4)) !== hex(bytes('GWP1'))) refuse('bad_body');
    const map = reader.take(reader.u32());
    if (classes.find((size) => size >= map.length + 8) !== padded.length || !isZero(reader.take(reader.left()))) refuse('bad_body');
    const body = decode(map, 3);
    const raw = (size) => (value) => value instanceof Uint8Array && (size === undefined || value.length === size);
    const sound = body && !Array.isArray(body) && Object.keys(body).join('') === 'cefs' && typeof body.c === 'bigint' && body.c >= 0n &&
        body.f === 1n && Array.isArray(body.e) && body.e.length <= 2000 && body.e.every(raw()) &&
        Array.isArray(body.s) && body.s.length <= 64 &&
        body.s.every((row, i) => Array.isArray(row) && row.length === 3 && raw(16)(row[0]) && typeof row[1] === 'bigint' && row[1] >= 0n &&
            raw(32)(row[2]) && (i === 0 || hex(body.s[i - 1][0]) < hex(row[0])));
    if (!sound || !body.e.every((event) => event[0] === 0x65)) refuse('bad_body');
    return body;
}

// ---- writing

export function writeBody({ clock, events, seen = [] }) {
    const map = encode({ c: BigInt(clock), e: events, f: 1n, s: seen });
    const padded = zeros(classes.find((size) => size >= map.length + 8));
    padded.set(joined('GWP1', u32(map.length), map));
    return padded;
}

// `change` may spoil any step on the way: the vectors of what must be refused are made so.
export function sealBundle({ kind = 1, owner, channel, senders, device, seq, previous, slots, padded }, change = {}) {
    const end = (roster) => joined(u32(roster.height), roster.head);
    let bound = joined('GWB1', u16(1), u8(kind), u8(slots.length), owner.group, channel, senders.group, device.id, u64(seq),
        previous, end(owner), end(senders), u32(padded.length + 16), u32(0));
    if (change.bound) bound = change.bound(bound);
    const content = crypto.getRandomValues(new Uint8Array(32));
    let commitment = KDF(content, 'commit', bound);
    if (change.commitment) commitment = change.commitment(commitment);
    const written = slots.map(({ party, epoch, key }) => {
        const { ct, shared } = encapsulate(key);
        const wrap = seal(KDF(shared, 'wrap', bound, party, u32(epoch), fingerprint(key)), zeroNonce, zeros(0), content);
        return joined(party, u32(epoch), ct, wrap);
    });
    const around = joined(bound, commitment, ...written);
    let all = joined(around, seal(KDF(content, 'enc'), zeroNonce, around, padded));
    if (change.sealed) all = change.sealed(all);
    return joined(all, sign(device.signSeed, 'bundle', H('bundle', all)));
}
export const bundleId = (all) => H('bundle', all.subarray(0, all.length - 64));
