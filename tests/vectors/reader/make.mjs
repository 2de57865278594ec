// Makes this side's vectors: a household, a clinic, and bundles good and bad, for the C++ to read. `node make.mjs` writes those
// that are not there yet; one that is there is never touched.

import { existsSync, writeFileSync } from 'node:fs';

import { bundleId, sealBundle, writeBody } from './bundle.mjs';
import { asWords, crockford, fromSecret, inviteContent, line, link } from './invite.mjs';
import { Roster, sealHistory, sealSeed, writeEntry } from './roster.mjs';
import { writeVector } from './vector.mjs';
import { device } from './world.mjs';
import { bytes, hex, joined, kemPublic, little, zeros } from './words.mjs';

const random = (size) => crypto.getRandomValues(new Uint8Array(size));
const names = ['mother', 'recovery', 'father', 'sam', 'clinic-recovery', 'robin', 'stranger'];
const people = Object.fromEntries(names.map((name) => [name, device(random(32), random(32))]));
const person = (number) => little(8, number);
const nobody = zeros(32);

const keysFile = new URL('../roster/js-keys.txt', import.meta.url);
if (existsSync(keysFile)) throw new Error('made already: vectors are never made again');
writeFileSync(keysFile, 'comment: The devices behind the js- vectors: name, signing seed, X-Wing seed. Invented people; these keys open nothing else.\n' +
    names.map((name) => `device: js-${name} ${hex(people[name].signSeed)} ${hex(people[name].kemSeed)}\n`).join(''));

// ---- ops

const add = (who, role, number) => ({ o: 1n, k: who.kemKey, p: person(number), r: BigInt(role), s: who.signKey });
const epoch = (party, number, seed, history = zeros(0)) => ({ o: 3n, b: history, e: BigInt(number), k: kemPublic(seed), p: party, x: 0n });
const grant = (party, number, seed, to) =>
    ({ o: 4n, d: to.id, e: BigInt(number), p: party, s: sealSeed(seed, party, number, to.id, to.kemKey) });
const channel = (id, kind, readers) => ({ o: 5n, c: id, k: BigInt(kind), p: readers, r: 0n, w: readers });

class Chain {
    constructor() {
        this.entries = [];
    }
    append(signer, ops) {
        const roster = this.entries.length ? Roster.replay(this.entries) : null;
        const entry = writeEntry({
            group: roster?.group ?? nobody, height: this.entries.length, previous: roster?.head ?? nobody, signer: signer.id, ops,
        }, signer.signSeed);
        this.entries.push(entry);
        Roster.replay(this.entries);
    }
    get roster() {
        return Roster.replay(this.entries);
    }
    write(name, comment) {
        const { roster } = this;
        writeVector('roster', name, [['comment', comment], ['made by', 'tests/vectors/reader'], ['expect', 'ok'],
            ['height', roster.height], ['group', hex(roster.group)], ['head', hex(roster.head)]], this.entries);
    }
}

// ---- a household and a clinic

const { mother, father, recovery, sam, robin, stranger } = people;
const [home, team, family, care, teamChannel] = [random(16), random(16), random(16), random(16), random(16)];
const [homeSeed, homeSeed2, teamSeed] = [random(32), random(32), random(32)];

const clinic = new Chain();
clinic.append(sam, [add(sam, 1, 9), add(people['clinic-recovery'], 4, 9), epoch(team, 1, teamSeed),
    grant(team, 1, teamSeed, people['clinic-recovery']), channel(teamChannel, 5, [[nobody, team]])]);
clinic.append(sam, [add(robin, 3, 10), grant(team, 1, teamSeed, robin)]);
clinic.write('js-clinic.txt', 'The same clinic, written in JavaScript.');

const house = new Chain();
house.append(mother, [add(mother, 1, 1), add(recovery, 4, 1), epoch(home, 1, homeSeed), grant(home, 1, homeSeed, recovery),
    channel(family, 1, [[nobody, home]])]);
house.append(mother, [add(father, 1, 2), grant(home, 1, homeSeed, father)]);
const both = [[nobody, home], [clinic.roster.group, team]].sort((a, b) => (hex(a[1]) < hex(b[1]) ? -1 : 1));
house.append(mother, [{ o: 6n, c: clinic.roster.group, h: BigInt(clinic.roster.height), i: clinic.roster.head }, channel(care, 2, both)]);
house.write('js-household.txt', 'The same household, written in JavaScript.');
const before = house.roster;

const rotated = new Chain();
rotated.entries = [...house.entries];
rotated.append(mother, [epoch(home, 2, homeSeed2, sealHistory(homeSeed2, homeSeed, home, 1, random(24))),
    grant(home, 2, homeSeed2, father), grant(home, 2, homeSeed2, recovery)]);
rotated.write('js-household-rotated.txt', 'Home has a second key; the first is to be had from it.');

// ---- bundles

const homeSlot = { party: home, epoch: 1, key: kemPublic(homeSeed) };
const teamSlot = { party: team, epoch: 1, key: kemPublic(teamSeed) };
const careSlots = [homeSlot, teamSlot].sort((a, b) => (hex(a.party) < hex(b.party) ? -1 : 1));
const event = (words) => bytes(`e: ${words}`);
const body = (...words) => writeBody({ clock: 7n, events: words.map(event) });

const inFamily = (who, seq, previous, padded, more = {}) => ({
    owner: before, senders: before, channel: family, device: who, seq, previous, slots: [homeSlot], padded, ...more,
});
const inCare = (who, senders, seq, previous, padded) =>
    ({ owner: before, senders, channel: care, device: who, seq, previous, slots: careSlots, padded });

function write(name, comment, bundle, { expect = 'ok', reader = 'js-father', at = family, after = [], household = 'js-household.txt', ok } = {}) {
    const lines = [['comment', comment], ['made by', 'tests/vectors/reader'], ['household', household], ['clinic', 'js-clinic.txt'],
        ['reader', reader], ['group', hex(before.group)], ['channel', hex(at)], ...after.map((each) => ['after', each]), ['expect', expect]];
    if (ok) {
        lines.push(['clock', ok.clock ?? 7], ...ok.events.map((words) => ['event', hex(event(words))]));
        lines.push(...(ok.seen ?? []).map(([who, seq, id]) => ['seen', `${hex(who)} ${seq} ${hex(id)}`]));
    }
    writeVector('bundle', `${name}.txt`, lines, [bundle]);
    return bundle;
}

const first = write('js-family-first', 'Two events, sealed in JavaScript.',
    sealBundle(inFamily(mother, 1, nobody, body('peak flow 320', 'a cough at night'))), { ok: { events: ['peak flow 320', 'a cough at night'] } });
const seen = [[mother.id, 1n, bundleId(first)]];
write('js-family-answer', 'An answer that names what it saw.',
    sealBundle(inFamily(father, 1, nobody, writeBody({ clock: 8n, events: [event('walked to school')], seen }))),
    { reader: 'js-recovery', after: ['js-family-first.txt'], ok: { clock: 8, events: ['walked to school'], seen } });
const second = sealBundle(inFamily(mother, 2, bundleId(first), body('slept well')));
write('js-family-second', 'The second of a chain.', second, { after: ['js-family-first.txt'], ok: { events: ['slept well'] } });
write('js-family-two-kilobytes', 'A body of the second class.', sealBundle(inFamily(mother, 1, nobody, body('.'.repeat(1500)))),
    { ok: { events: ['.'.repeat(1500)] } });
const careFirst = write('js-care-first', 'For family and clinic, read at the clinic.',
    sealBundle(inCare(mother, before, 1, nobody, body('peak flow 320'))), { reader: 'js-robin', at: care, ok: { events: ['peak flow 320'] } });
const seenInCare = [[mother.id, 1n, bundleId(careFirst)]];
write('js-care-answer', 'The clinic answers.',
    sealBundle(inCare(sam, clinic.roster, 1, nobody, writeBody({ clock: 7n, events: [event('well done')], seen: seenInCare }))),
    { at: care, after: ['js-care-first.txt'], ok: { events: ['well done'], seen: seenInCare } });

const after = rotated.roster;
const newSlot = { party: home, epoch: 2, key: kemPublic(homeSeed2) };
const inRotated = (slots) => ({ ...inFamily(mother, 1, nobody, body('under the new key')), owner: after, senders: after, slots });
write('js-rotated', 'Sealed to the second key.', sealBundle(inRotated([newSlot])),
    { household: 'js-household-rotated.txt', ok: { events: ['under the new key'] } });
write('js-rotated-before', 'Sealed before the keys changed, read after it.', first,
    { household: 'js-household-rotated.txt', ok: { events: ['peak flow 320', 'a cough at night'] } });
write('js-old-epoch', 'Sealed to the first key by somebody who knew of the second.', sealBundle(inRotated([homeSlot])),
    { household: 'js-household-rotated.txt', expect: 'wrong_epoch' });
write('js-roster-unknown', 'It speaks of a roster that this reader has not got.', sealBundle(inRotated([newSlot])), { expect: 'roster_unknown' });

// ---- bundles that must not open, though their signature holds

const bad = (name, comment, expect, parts, change, more = {}) => write(`js-${name}`, comment, sealBundle(parts, change), { expect, ...more });
const plain = () => inFamily(mother, 1, nobody, body('x'));
const flipped = (index) => (raw) => raw.with(index, raw[index] ^ 1);

bad('commitment', 'It commits to another key than it was sealed with.', 'sealed_wrong', plain(), { commitment: flipped(0) });
bad('body-changed', 'The sealed body changed before it was signed.', 'sealed_wrong', plain(), { sealed: (raw) => flipped(raw.length - 20)(raw) });
bad('wrap-changed', 'The wrapped key changed before it was signed.', 'sealed_wrong', plain(), { sealed: flipped(256 + 20 + 1120 + 3) });
bad('slot-added', 'A reader more than the channel has.', 'wrong_readers',
    { ...plain(), slots: [homeSlot, teamSlot].sort((a, b) => (hex(a.party) < hex(b.party) ? -1 : 1)) });
bad('slot-missing', 'The clinic was left out of its care channel.', 'wrong_readers',
    { ...inCare(mother, before, 1, nobody, body('x')), slots: [homeSlot] }, {}, { at: care });
bad('slots-out-of-order', 'Slots in descending order.', 'damaged', { ...inCare(mother, before, 1, nobody, body('x')), slots: [...careSlots].reverse() }, {}, { at: care });
bad('slot-twice', 'One party twice.', 'damaged', { ...plain(), slots: [homeSlot, homeSlot] });
bad('padding-not-zero', 'Something hidden in the padding.', 'bad_body', { ...plain(), padded: flipped(1023)(body('x')) });
bad('padded-too-far', 'Twice the class it needs.', 'bad_body', { ...plain(), padded: joined(body('x'), zeros(1024)) });
bad('odd-class', 'A size between the classes.', 'damaged', { ...plain(), padded: joined(body('x'), zeros(512)) });
bad('length-lies', 'The body claims to be longer than it is.', 'bad_body', { ...plain(), padded: flipped(7)(body('x')) });
bad('not-canonical', 'A number in more bytes than it needs.', 'bad_body',
    { ...plain(), padded: Uint8Array.from({ length: 1024 }, (_, i) => joined('GWP1', little(4, 15), Uint8Array.from([0xa4, 0x61, 0x63, 0x18, 7, 0x61, 0x65, 0x80, 0x61, 0x66, 1, 0x61, 0x73, 0x80, 0]))[i] ?? 0) });
bad('not-an-event', 'One of its events is none.', 'bad_body', { ...plain(), padded: writeBody({ clock: 1n, events: [event('x'), bytes('?')] }) });
bad('seen-out-of-order', 'What it saw, in descending order.', 'bad_body',
    { ...plain(), padded: writeBody({ clock: 1n, events: [event('x')], seen: [[little(16, 2), 1n, nobody], [little(16, 1), 1n, nobody]] }) });
bad('seen-otherwise', 'It saw another first bundle of the mother than we did.', 'chain_contradicted',
    inFamily(father, 1, nobody, writeBody({ clock: 1n, events: [event('x')], seen: [[mother.id, 1n, random(32)]] })), {},
    { reader: 'js-recovery', after: ['js-family-first.txt'] });
bad('reserved', 'A reserved byte that is not zero.', 'damaged', plain(), { bound: flipped(220) });
bad('seq-zero', 'Number nought.', 'damaged', inFamily(mother, 0, nobody, body('x')));
bad('first-with-predecessor', 'The first, with something before it.', 'damaged', inFamily(mother, 1, random(32), body('x')));
bad('roster-fork', 'Another roster at a height we have.', 'roster_fork', plain(), { bound: flipped(150) });
bad('later-kind', 'A kind of a release to come.', 'update_needed', { ...plain(), kind: 4 });
bad('attachment', 'A part of an attachment, which this release does not open.', 'update_needed', { ...plain(), kind: 3 });
bad('stranger', 'Of a device that is not in the household.', 'not_a_writer', inFamily(stranger, 1, nobody, body('x')));
bad('recovery-writes', 'Of the recovery code, which never writes.', 'not_a_writer', inFamily(recovery, 1, nobody, body('x')));
bad('clinic-in-family', 'The clinic writes where only the family may.', 'not_a_writer',
    { ...inFamily(sam, 1, nobody, body('x')), senders: clinic.roster });
bad('another-first', 'Another first bundle than the one taken.', 'device_fork', inFamily(mother, 1, nobody, body('y')), {}, { after: ['js-family-first.txt'] });
bad('another-history', 'The second, after another first.', 'wrong_previous', inFamily(mother, 2, random(32), body('y')), {}, { after: ['js-family-first.txt'] });
write('js-taken-before', 'A first, after its second was taken.', first, { expect: 'known', after: ['js-family-first.txt', 'js-family-second.txt'] });

// ---- an invite

const secret = random(10);
const invite = { secret, clinic: clinic.roster.group, expires: 30_000_000, relay: 'http://127.0.0.1:8443' };
const derived = fromSecret(secret);
writeVector('invite', 'js-invite.txt', [['comment', 'An invite written in JavaScript, to a relay on this very machine.'], ['made by', 'tests/vectors/reader'],
    ['kind', 'invite'], ['text', link('https://app.example/', 'join', inviteContent(invite))], ['text', line('join', inviteContent(invite))],
    ['code', crockford(secret, 16)], ['expect', 'ok'], ['secret', hex(secret)], ['clinic', hex(invite.clinic)], ['expires', invite.expires],
    ['relay', invite.relay], ['token', hex(derived.token)], ['token hash', hex(derived.tokenHash)], ['lookup', hex(derived.lookup)],
    ['card', hex(derived.card(invite))], ['household', hex(before.group)], ['proof', hex(derived.proof(before.group))],
    ['words', asWords(invite.clinic, 8).join(' ')]], []);
