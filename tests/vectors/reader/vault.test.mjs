// What lies on a disk, and what an event is, read by what was written from the format pages alone.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decode, encode } from './cbor.mjs';
import { openBackup, openHeader, openManifest, openSegment, readRecovery, slotKey } from './vault.mjs';
import { readVector, vectorNames } from './vector.mjs';
import { hex, unhex, verdictOf } from './words.mjs';

const open = {
    header: (vector) => openHeader(vector.parts[0], unhex(vector.get('slot')), unhex(vector.get('key'))),
    segment: (vector) => openSegment(vector.parts[0], where(vector)),
    manifest: (vector) => openManifest(vector.parts[0], where(vector)),
    backup: (vector) => openBackup(vector.parts[0], unhex(vector.get('key'))),
    recovery: (vector) => readRecovery(vector.get('code')),
};
const where = (vector) =>
    ({ key: unhex(vector.get('key')), vault: unhex(vector.get('vault')), number: BigInt(vector.get('number')) });

const gives = {
    header: ({ vaultKey }) => [vaultKey],
    segment: (records) => records,
    manifest: ({ plain }) => [plain],
    backup: ({ records }) => records,
    recovery: (code) => [code],
};

for (const name of vectorNames('vault')) {
    const vector = readVector('vault', name);
    test(`vault ${name}: ${vector.get('comment')}`, async () => {
        const kind = vector.get('kind');
        const opens = vector.get('expect') === 'opens';
        let opened;
        const verdict = verdictOf(() => { opened = open[kind](vector); });
        assert.equal(verdict === 'ok', opens, `${verdict}, but the file says ${vector.get('expect')}`);
        if (!opens) return;
        assert.deepEqual(gives[kind](opened).map(hex), vector.all('gives'));
        if (kind === 'backup') assert.equal(hex(opened.state), vector.get('state'));
        const passphrase = vector.get('passphrase');
        if (passphrase) assert.equal(hex(await slotKey(passphrase, opened.slot)), vector.get('key'));
    });
}

// What an event means is the C++'s to say; that it has one spelling, everybody's.
for (const name of vectorNames('event')) {
    const vector = readVector('event', name);
    if (!['event', 'newer'].includes(vector.get('expect'))) continue;
    test(`event ${name}: ${vector.get('comment')}`, () => {
        const [raw] = vector.parts;
        assert.equal(hex(encode(decode(raw))), hex(raw));
    });
}
