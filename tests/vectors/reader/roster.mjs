// Rosters, from ../roster/FORMAT.md.

import { decode, encode } from './cbor.mjs';
import {
    Reader, H, KDF, bytes, decapsulate, encapsulate, hex, isZero, joined, kemPublic, refuse, same, seal, sign,
    u16, u32, unseal, verified, zeroNonce, zeros,
} from './words.mjs';

export const deviceId = (signKey, kemKey) => H('device', signKey, kemKey).slice(0, 16);
const fingerprint = (key) => H('kempk', key);

export function sealSeed(seed, party, epoch, device, deviceKey) {
    const { ct, shared } = encapsulate(deviceKey);
    const key = KDF(shared, 'grant', party, u32(epoch), device, fingerprint(kemPublic(seed)));
    return joined(ct, seal(key, zeroNonce, zeros(0), seed));
}

export function openSeed(slot, party, epoch, device, kemSeed, partyKey) {
    const shared = decapsulate(kemSeed, slot.subarray(0, 1120));
    const key = KDF(shared, 'grant', party, u32(epoch), device, fingerprint(partyKey));
    const seed = unseal(key, zeroNonce, zeros(0), slot.subarray(1120));
    return seed && same(kemPublic(seed), partyKey) ? seed : null;
}

export function sealHistory(next, before, party, epochBefore, nonce) {
    return joined(nonce, seal(KDF(next, 'hist', party, u32(epochBefore)), nonce, zeros(0), before));
}

export function writeEntry({ group, height, previous, signer, ops }, signSeed) {
    const body = encode(ops);
    const all = joined('GWR1', u16(1), u16(0), group, u32(height), previous, signer, u32(body.length), body);
    return joined(all, sign(signSeed, 'roster', H('roster', all)));
}

// ---- one entry

const raw = (size) => (value) => value instanceof Uint8Array && value.length === size;
const number = (least, most) => (value) => typeof value === 'bigint' && value >= BigInt(least) && value <= BigInt(most);
const u32Max = 2 ** 32 - 1;
const row = (...fields) => (value) =>
    Array.isArray(value) && value.length === fields.length && fields.every((field, i) => field(value[i]));
const list = (element, most) => (value) => Array.isArray(value) && value.length <= most && value.every(element);
const ascending = (values) => values.every((value, i) => i === 0 || hex(values[i - 1]) < hex(value));

const refs = (value) => list(row(raw(32), raw(16)), 8)(value) && ascending(value.map((ref) => ref[1]));
const id = raw(16);
const shapes = {
    1: { k: raw(1216), p: raw(8), r: number(1, 4), s: raw(32) },
    2: { c: (value) => list(row(id, number(0, 2n ** 64n - 1n), raw(32)), 64)(value) && ascending(value.map((cut) => cut[0])), d: id },
    3: { b: (value) => raw(0)(value) || raw(72)(value), e: number(1, u32Max), k: raw(1216), p: id, x: number(0, 1) },
    4: { d: id, e: number(0, u32Max), p: id, s: raw(1168) },
    5: { c: id, k: number(1, 5), p: (value) => refs(value) && value.length > 0, r: number(0, u32Max), w: refs },
    6: { c: raw(32), h: number(0, u32Max), i: raw(32) },
    7: { c: raw(32) },
    8: { n: number(0, 65535) },
    9: {},
    10: { d: number(0, 2932896) },
};

function checkOp(op) {
    if (typeof op !== 'object' || op === null || typeof op.o !== 'bigint' || op.o === 0n) refuse('malformed');
    const shape = shapes[op.o];
    if (!shape) refuse(op.o > 0n ? 'update_needed' : 'malformed');
    const names = Object.keys(op).filter((name) => name !== 'o');
    const whole = names.length === Object.keys(shape).length && names.every((name) => shape[name]?.(op[name]));
    if (!whole) refuse('malformed');
    if (op.o === 3n && (op.e === 1n) !== (op.b.length === 0)) refuse('malformed');
    if (op.o === 5n && !op.w.every((writer) => op.p.some((reader) => refIs(reader, writer)))) refuse('malformed');
}
const refIs = (a, b) => same(a[0], b[0]) && same(a[1], b[1]);

export function readEntry(all) {
    if (all.length > 66000) refuse('too_big');
    const reader = new Reader(all);
    const magic = hex(all.subarray(0, 4));
    if (magic !== hex(bytes('GWR1'))) refuse(all.length >= 4 && magic.startsWith(hex(bytes('GWR'))) ? 'update_needed' : 'damaged');
    reader.take(4);
    const [suite, reserved] = [reader.u16(), reader.u16()];
    if (suite !== 1) refuse('update_needed');
    const entry = { group: reader.take(32), height: reader.u32(), previous: reader.take(32), signer: reader.take(16) };
    const length = reader.u32();
    if (length > 65536) refuse('too_big');
    const body = reader.take(length);
    entry.id = H('roster', reader.before());
    entry.signature = reader.take(64);
    if (reader.left() !== 0 || reserved !== 0) refuse('damaged');
    const ops = decode(body, 4);
    if (!Array.isArray(ops) || ops.length < 1 || ops.length > 16) refuse('malformed');
    ops.forEach(checkOp);
    return { ...entry, ops };
}

// ---- replay

const admin = 1n;
const recovery = 4n;
const team = 5n;

export class Roster {
    constructor() {
        Object.assign(this, { ids: [], devices: new Map(), parties: new Map(), channels: new Map(), links: [] });
        Object.assign(this, { clinic: false, closed: false, suite: 1n, fresh: null });
    }
    static replay(entries) {
        const roster = new Roster();
        entries.forEach((entry) => roster.append(entry));
        return roster;
    }
    get height() {
        return this.ids.length - 1;
    }
    get head() {
        return this.ids.at(-1);
    }

    append(all) {
        const entry = readEntry(all);
        if (this.ids.length === 0) this.found(entry);
        else this.follow(entry);
        this.removed = [];
        entry.ops.forEach((op, i) => this.take(op, entry, i === 0 && entry.height === 0));
        this.checkRemovals(entry);
        this.checkLimits();
        this.ids.push(entry.id);
    }

    found(entry) {
        const [first] = entry.ops;
        const shaped = isZero(entry.group) && entry.height === 0 && isZero(entry.previous) && first.o === 1n &&
            first.r === admin && same(deviceId(first.s, first.k), entry.signer);
        if (!shaped) refuse('not_genesis');
        if (!verified(first.s, 'roster', entry.id, entry.signature)) refuse('forged');
        this.group = entry.id;
    }
    follow(entry) {
        if (this.closed) refuse('closed');
        if (!same(entry.group, this.group)) refuse('wrong_group');
        if (entry.height !== this.ids.length) refuse('wrong_height');
        if (entry.height >= 4096) refuse('over_limit');
        const signer = this.devices.get(hex(entry.signer));
        if (!signer || signer.removed !== undefined) refuse('unknown_signer');
        if (!verified(signer.signKey, 'roster', entry.id, entry.signature)) refuse('forged');
        if (!same(entry.previous, this.head)) refuse('wrong_previous');
    }

    belongs(party, device, height) {
        return party.epochs.some((epoch) => epoch.holders.some((each) => each.device === device && each.since <= height));
    }
    holds(party, device, epoch) {
        return party.epochs[epoch - 1]?.holders.some((each) => each.device === device) ?? false;
    }
    linked(group, height = this.ids.length) {
        return this.links.some((link) => link.group === group && link.since <= height && (link.until === undefined || height < link.until));
    }

    take(op, entry, isFounder) {
        const at = entry.height;
        const me = hex(entry.signer);
        const allowed = (yes) => yes || refuse('not_allowed');
        const consistent = (yes) => yes || refuse('inconsistent');
        const signer = this.devices.get(me);
        const isAdmin = signer && signer.role === admin && signer.removed === undefined;
        switch (Number(op.o)) {
            case 1: {
                const device = hex(deviceId(op.s, op.k));
                const recovers = () => signer.role === recovery && signer.person === hex(op.p) &&
                    [...this.devices.values()].some((each) => each.person === hex(op.p) && each.role === op.r);
                if (!isFounder) {
                    allowed(isAdmin || recovers());
                    consistent(!this.devices.has(device));
                }
                this.devices.set(device, { signKey: op.s, kemKey: op.k, role: op.r, person: hex(op.p), added: at });
                break;
            }
            case 2: {
                const device = this.devices.get(hex(op.d));
                consistent(device && device.removed === undefined);
                allowed(isAdmin || hex(op.d) === me);
                device.removed = at;
                device.accepted = op.c.map(([channel, seq]) => ({ channel: hex(channel), seq }));
                this.removed.push(hex(op.d));
                for (const party of this.parties.values())
                    if (this.belongs(party, hex(op.d), at)) party.epochs.at(-1).frozen = at;
                break;
            }
            case 3: {
                const party = this.parties.get(hex(op.p));
                const isPrivate = op.x === 1n;
                if (!party) {
                    consistent(op.e === 1n);
                    allowed(isAdmin || (isPrivate && signer.role !== recovery));
                    this.parties.set(hex(op.p), { id: op.p, isPrivate, epochs: [] });
                } else {
                    consistent(op.e === BigInt(party.epochs.length + 1) && isPrivate === party.isPrivate);
                    allowed((isPrivate || isAdmin || signer.role === recovery) && this.belongs(party, me, at));
                }
                this.parties.get(hex(op.p)).epochs.push({ key: op.k, opened: at, history: op.b, holders: [{ device: me, since: at }] });
                break;
            }
            case 4: {
                const party = this.parties.get(hex(op.p));
                const epoch = Number(op.e);
                consistent(party?.epochs[epoch - 1]);
                allowed(this.holds(party, me, epoch));
                const device = this.devices.get(hex(op.d));
                consistent(device && device.removed === undefined && !this.holds(party, hex(op.d), epoch));
                party.epochs[epoch - 1].holders.push({ device: hex(op.d), since: at, slot: op.s });
                break;
            }
            case 5:
                this.shape(op, at, me, isAdmin, { allowed, consistent });
                break;
            case 6: {
                allowed(isAdmin);
                consistent(!same(op.c, this.group) && !isZero(op.c));
                const link = this.links.find((each) => each.group === hex(op.c) && each.until === undefined);
                if (link) {
                    consistent(op.h >= link.height);
                    Object.assign(link, { height: op.h, head: op.i });
                } else {
                    this.links.push({ group: hex(op.c), height: op.h, head: op.i, since: at });
                }
                break;
            }
            case 7: {
                allowed(isAdmin);
                const link = this.links.find((each) => each.group === hex(op.c) && each.until === undefined);
                consistent(link);
                link.until = at;
                break;
            }
            case 8:
                allowed(isAdmin);
                consistent(op.n >= this.suite);
                this.suite = op.n;
                break;
            case 9:
                allowed(isAdmin);
                this.closed = true;
                break;
            default:
                allowed(this.clinic && signer.role !== recovery);
                consistent(this.fresh === null || op.d >= this.fresh + 7n);
                this.fresh = op.d;
        }
    }

    shape(op, at, me, isAdmin, { allowed, consistent }) {
        const isOwn = (ref) => isZero(ref[0]);
        consistent(op.p.every((ref) => (isOwn(ref) ? this.parties.has(hex(ref[1])) : this.linked(hex(ref[0])))));
        const withClinic = op.k === 2n || op.k === 4n;
        const rightSide = this.channels.size === 0 || (op.k === team) === this.clinic;
        consistent(op.p.some(isOwn) && op.p.some((ref) => !isOwn(ref)) === withClinic && rightSide);
        const mayShape = (readers) => {
            const closed = readers.filter(isOwn).map((ref) => this.parties.get(hex(ref[1]))).filter((party) => party.isPrivate);
            return closed.length > 0 ? closed.every((party) => this.belongs(party, me, at)) : isAdmin;
        };
        allowed(mayShape(op.p));
        const known = this.channels.get(hex(op.c)) ?? [];
        if (known.length > 0) {
            consistent(known.at(-1).kind === op.k);
            allowed(mayShape(known.at(-1).readers));
        }
        this.channels.set(hex(op.c), [...known, { since: at, kind: op.k, readers: op.p, writers: op.w }]);
        this.clinic ||= op.k === team;
    }

    checkRemovals(entry) {
        const me = hex(entry.signer);
        if (this.devices.get(me)?.removed !== undefined) return;
        for (const party of this.parties.values()) {
            if (party.epochs.at(-1).frozen !== entry.height || !this.belongs(party, me, entry.height)) continue;
            if (this.removed.some((device) => this.belongs(party, device, entry.height))) refuse('not_allowed');
        }
    }
    checkLimits() {
        const [devices, parties, channels] = this.clinic ? [512, 64, 64] : [16, 16, 32];
        const active = [...this.devices.values()].filter((device) => device.removed === undefined).length;
        if (active > devices || this.parties.size > parties || this.channels.size > channels) refuse('over_limit');
    }

    // ---- what the roster says, at a height
    channelAt(channel, height) {
        return (this.channels.get(hex(channel)) ?? []).filter((shape) => shape.since <= height).at(-1);
    }
    epochAt(party, height) {
        const epochs = this.parties.get(hex(party))?.epochs ?? [];
        const index = epochs.findLastIndex((epoch) => epoch.opened <= height);
        return index < 0 ? null : { number: index + 1, ...epochs[index] };
    }
    activeAt(device, height) {
        const found = this.devices.get(hex(device));
        return found && found.added <= height && (found.removed === undefined || height < found.removed) ? found : null;
    }
}

export function mayWrite(owner, ownerHeight, channel, memberOf, memberHeight, device) {
    const shape = owner.channelAt(channel, ownerHeight);
    const who = memberOf.activeAt(device, memberHeight);
    if (!shape || !who || who.role === recovery) return false;
    const belongs = shape.writers.some(([group, party]) => {
        const named = isZero(group) ? owner.group : group;
        const found = memberOf.parties.get(hex(party));
        return same(named, memberOf.group) && found && memberOf.belongs(found, hex(device), memberHeight);
    });
    return belongs && shape.readers.every(([group, party]) => {
        if (!isZero(group)) return owner.linked(hex(group), ownerHeight);
        const epoch = owner.epochAt(party, ownerHeight);
        return epoch && !(epoch.frozen !== undefined && epoch.frozen <= ownerHeight);
    });
}
