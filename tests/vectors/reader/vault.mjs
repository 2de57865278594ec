// A profile at rest, from ../vault/FORMAT.md.

import { argon2id } from 'hash-wasm';

import { decode } from './cbor.mjs';
import { allWords, fromCrockford } from './invite.mjs';
import { H, KDF, Reader, bytes, hex, isZero, joined, refuse, same, u64, unseal } from './words.mjs';

// What goes into Argon2id for what was typed.
export function passphraseSecret(typed) {
    const cut = typed.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
    const words = cut.toLowerCase().split(/[ \t\r\n-]+/);
    return words.length === 4 && words.every((word) => allWords.includes(word)) ? words.join(' ') : cut;
}

export const slotKey = (passphrase, slot) => argon2id({
    password: bytes(passphraseSecret(passphrase)), salt: slot.salt, parallelism: 1, iterations: slot.passes,
    memorySize: slot.memory, hashLength: 32, outputType: 'binary',
});

function readHeader(reader, magic) {
    if (hex(reader.take(4)) !== hex(bytes(magic))) refuse('not_ours');
    const suite = reader.u16();
    const [n, zero] = [reader.u8(), reader.u8()];
    if (suite !== 1) refuse('newer');
    if (n < 1 || n > 8 || zero !== 0) refuse('damaged');
    const id = reader.take(16);
    const slots = Array.from({ length: n }, () => {
        const at = reader.at;
        const type = reader.u8();
        const reserved = reader.take(3);
        const slot = {
            at, type, id: reader.take(16), memory: reader.u32(), passes: reader.u32(), salt: reader.take(16),
            nonce: reader.take(24), box: reader.take(48),
        };
        const costs = slot.memory >= 19456 && slot.memory <= 262144 && slot.passes >= 2 && slot.passes <= 10 &&
            slot.memory * slot.passes <= 786432;
        if (type < 1 || type > 4 || !isZero(reserved)) refuse('damaged');
        if (type <= 2 ? !costs : slot.memory !== 0 || slot.passes !== 0) refuse('cost_refused');
        return slot;
    });
    const covered = reader.before();
    return { id, slots, covered, mac: reader.take(32) };
}

function unlock(header, slot, key) {
    const around = joined(header.covered.subarray(0, 24), header.covered.subarray(slot.at, slot.at + 44));
    const vaultKey = unseal(key, slot.nonce, around, slot.box) ?? refuse('wrong_secret');
    if (!same(KDF(vaultKey, 'hdr', header.covered), header.mac)) refuse('tampered');
    return vaultKey;
}

export function openHeader(all, slotId, key) {
    const reader = new Reader(all);
    const header = readHeader(reader, 'GWV1');
    if (reader.left() !== 0) refuse('damaged');
    const slot = header.slots.find((each) => same(each.id, slotId)) ?? refuse('no_such_slot');
    return { slot, vaultKey: unlock(header, slot, key) };
}

function openFile(all, magic, label, { key, vault, number }) {
    const reader = new Reader(all);
    if (hex(reader.take(4)) !== hex(bytes(magic))) refuse('not_ours');
    const [suite, flags] = [reader.u16(), reader.u16()];
    if (suite !== 1) refuse('newer');
    if (flags !== 0) refuse('damaged');
    if (!same(reader.take(16), vault) || reader.number(8) !== BigInt(number)) refuse('misplaced');
    const [count, length] = [reader.u32(), reader.u32()];
    const nonce = reader.take(24);
    if (count < 1 || length > 262144 || reader.left() !== length + 16) refuse('damaged');
    const plain = unseal(KDF(key, label, u64(number)), nonce, all.subarray(0, 64), all.subarray(64)) ?? refuse('forged');
    return { count, plain };
}

export function openSegment(all, where) {
    const { count, plain } = openFile(all, 'GWS1', 'seg', where);
    const reader = new Reader(plain);
    const records = Array.from({ length: count }, () => reader.take(reader.u32()));
    if (reader.left() !== 0) refuse('damaged');
    return records;
}

export function openManifest(all, where) {
    const { count, plain } = openFile(all, 'GWM1', 'man', where);
    if (count !== 1) refuse('damaged');
    const body = decode(plain);
    if (body === undefined || Array.isArray(body) || typeof body !== 'object') refuse('damaged');
    if (typeof body.v === 'bigint' && body.v > 1n) refuse('newer');
    const listed = (rows, next) => Array.isArray(rows) && typeof next === 'bigint' && next >= 1n &&
        rows.every((row) => Array.isArray(row) && row.length === 3 && row[0] >= 1n && row[0] < next && typeof row[1] === 'bigint' &&
            row[2] instanceof Uint8Array && row[2].length === 32) &&
        new Set(rows.map((row) => row[0])).size === rows.length;
    const whole = Object.keys(body).join('') === 'dnopsvx' && body.v === 1n && body.d instanceof Uint8Array &&
        body.p instanceof Uint8Array && body.p.length === 32 && listed(body.s, body.n) && listed(body.o, body.x);
    if (!whole) refuse('damaged');
    return { plain, body };
}

const fileHash = (file) => H('file', file);

export function openBackup(all, key) {
    const reader = new Reader(all);
    const header = readHeader(reader, 'GWK1');
    const [slot] = header.slots;
    if (header.slots.length !== 1 || slot.type !== 1 || slot.memory !== 65536 || slot.passes !== 3) refuse('damaged');
    const vaultKey = unlock(header, slot, key);
    const files = [];
    while (reader.left() > 0) files.push(reader.take(reader.u32()));
    const manifest = openManifest(files.pop() ?? refuse('damaged'), { key: vaultKey, vault: header.id, number: 1n }).body;
    if (manifest.o.length !== 0 || manifest.s.length !== files.length) refuse('damaged');
    const records = files.flatMap((file, i) => {
        const [number, length, hash] = manifest.s[i];
        if (BigInt(file.length) !== length || !same(fileHash(file), hash)) refuse('damaged');
        return openSegment(file, { key: vaultKey, vault: header.id, number });
    });
    return { slot, records, state: manifest.d };
}

export function readRecovery(typed) {
    const raw = fromCrockford(typed, 28) ?? refuse('not_a_code');
    const code = raw.slice(0, 16);
    const tail = H('recovery', code);
    // 128 bits, two zero bits, ten of the check: the last twelve lie in the last bytes.
    const said = ((raw[16] << 8) | raw[17]) >> 4;
    const check = ((tail[0] << 8) | tail[1]) >> 6;
    if (said !== check) refuse('mistyped');
    return code;
}
