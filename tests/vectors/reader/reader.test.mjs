// The vectors, read by what was written from the format pages alone. The C++ reads the same files (tests/sync/vectors_test.cpp).

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { blake2b } from '@noble/hashes/blake2.js';

import { decode, encode } from './cbor.mjs';
import { bundleId, openBundle } from './bundle.mjs';
import { asWords, crockford, fromCrockford, fromSecret, openWelcome, readAnnouncement, readInvite, readOffer } from './invite.mjs';
import { Roster, deviceId } from './roster.mjs';
import { readVector, vectorNames } from './vector.mjs';
import { hex, joined, kemPublic, same, u32, unhex, verdictOf, H } from './words.mjs';
import { standing } from './world.mjs';

test('X-Wing is the one everybody means', () => {
    const seed = Uint8Array.from({ length: 32 }, (_, i) => i);
    assert.equal(hex(blake2b(kemPublic(seed), { dkLen: 32 })), '3153bedde9d5e8406a7874c46d5f58f1706fcf133b8975b20c35319dfd540157');
});

test('canonical CBOR takes one spelling of each value', () => {
    for (const value of [0n, 23n, 24n, 255n, 256n, 65535n, 65536n, 2n ** 64n - 1n, -1n, -(2n ** 63n), 'Ünïcode\n', [1n, [2n]], { a: 1n, b: [] }])
        assert.deepEqual(decode(encode(value)), value);
    for (const wrong of ['', '1801', '190001', '1b0000000000000001', 'f6', 'fa00000000', '5f40ff', 'c000', '6101', '62c328', 'a2616201616101',
        'a2616101616101', '0000', '8181818181818181818100', '61'])
        assert.equal(decode(unhex(wrong)), undefined, wrong);
});

for (const name of vectorNames('roster')) {
    const vector = readVector('roster', name);
    test(`roster ${name}: ${vector.get('comment')}`, () => {
        const expect = vector.get('expect');
        const roster = new Roster();
        const verdict = verdictOf(() => vector.parts.forEach((part) => roster.append(part)));
        assert.equal(verdict, expect);
        const accepted = expect === 'ok' ? vector.parts : vector.parts.slice(0, -1);
        assert.equal(String(vector.parts.length - 1), vector.get('height'));
        if (accepted.length === 0) return;
        const replayed = Roster.replay(accepted);
        assert.equal(hex(replayed.group), vector.get('group'));
        assert.equal(hex(replayed.head), vector.get('head'));
    });
}

function take(name, into) {
    const vector = readVector('bundle', name);
    return openBundle(vector.parts[0], { ...into, group: unhex(vector.get('group')), channel: unhex(vector.get('channel')) });
}

for (const name of vectorNames('bundle')) {
    const vector = readVector('bundle', name);
    test(`bundle ${name}: ${vector.get('comment')}`, () => {
        const reader = standing(vector);
        vector.all('after').forEach((before) => take(before, reader));
        let opened;
        const verdict = verdictOf(() => { opened = openBundle(vector.parts[0], reader); });
        assert.equal(verdict, vector.get('expect'));
        if (verdict !== 'ok') return;
        assert.equal(String(opened.clock), vector.get('clock'));
        assert.deepEqual(opened.events.map(hex), vector.all('event'));
        assert.deepEqual(opened.seen.map(([who, seq, id]) => `${hex(who)} ${seq} ${hex(id)}`), vector.all('seen'));
    });
}

function checkInvite(vector) {
    for (const text of vector.all('text')) {
        const invite = readInvite(text);
        assert.equal(hex(invite.secret), vector.get('secret'));
        assert.equal(hex(invite.clinic), vector.get('clinic'));
        assert.equal(String(invite.expires), vector.get('expires'));
        assert.equal(invite.relay, vector.get('relay'));
    }
    const secret = fromCrockford(vector.get('code'), 16);
    assert.equal(hex(secret), vector.get('secret'));
    assert.equal(crockford(secret, 16), vector.get('code').replaceAll('-', ''));
    const derived = fromSecret(secret);
    assert.equal(hex(derived.token), vector.get('token'));
    assert.equal(hex(derived.tokenHash), vector.get('token hash'));
    assert.equal(hex(derived.lookup), vector.get('lookup'));
    assert.equal(hex(derived.proof(unhex(vector.get('household')))), vector.get('proof'));
    const clinic = unhex(vector.get('clinic'));
    const card = derived.openCard(unhex(vector.get('card')));
    assert.ok(same(card, joined('GWC1', clinic, u32(vector.get('expires')))));
    assert.equal(asWords(clinic, 8).join(' '), vector.get('words'));
}

function checkOffer(vector) {
    const offer = readOffer(vector.get('text') ?? vector.get('code'));
    assert.equal(hex(offer.place), vector.get('place'));
    assert.equal(hex(offer.secret), vector.get('secret'));
    const keys = readAnnouncement(offer, unhex(vector.get('announcement')));
    const device = deviceId(keys.signKey, keys.kemKey);
    assert.equal(hex(device), vector.get('device'));
    const welcome = openWelcome(offer, device, unhex(vector.get('welcome')));
    assert.equal(hex(welcome.group), vector.get('group'));
    assert.equal(String(welcome.height), vector.get('height'));
    assert.equal(hex(welcome.head), vector.get('head'));
    assert.equal(asWords(H('words', welcome.group, device), 3).join(' '), vector.get('words'));
}

for (const name of vectorNames('invite')) {
    const vector = readVector('invite', name);
    test(`invite ${name}: ${vector.get('comment')}`, () => {
        const invites = vector.get('kind') === 'invite';
        const read = invites ? readInvite : readOffer;
        const verdict = verdictOf(() => read(vector.get('text') ?? vector.get('code')));
        assert.equal(verdict, vector.get('expect'));
        if (verdict === 'ok') (invites ? checkInvite : checkOffer)(vector);
    });
}

test('a bundle\'s id is a hash of all but its signature', () => {
    const vector = readVector('bundle', 'family-first.txt');
    const after = readVector('bundle', 'family-answer.txt');
    const [, , id] = after.get('seen').split(' ');
    assert.equal(hex(bundleId(vector.parts[0])), id);
});
