// Invites and offers, from ../invite/FORMAT.md.

import { readFileSync } from 'node:fs';

import { decode } from './cbor.mjs';
import { H, KDF, Reader, bytes, hex, joined, refuse, same, seal, u32, u8, unseal, zeroNonce } from './words.mjs';

const list = readFileSync(new URL('../../../app/vault/word_list.cpp', import.meta.url), 'utf8');
export const allWords = [...list.matchAll(/^ {4}"([a-z ]+)"/gm)].flatMap((line) => line[1].trim().split(' '));

export function asWords(raw, count) {
    const bits = [...raw].map((byte) => byte.toString(2).padStart(8, '0')).join('').padEnd(count * 11, '0');
    return Array.from({ length: count }, (_, i) => allWords[parseInt(bits.slice(i * 11, i * 11 + 11), 2)]);
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export function crockford(raw, characters) {
    const bits = [...raw].map((byte) => byte.toString(2).padStart(8, '0')).join('').padEnd(characters * 5, '0');
    return Array.from({ length: characters }, (_, i) => alphabet[parseInt(bits.slice(i * 5, i * 5 + 5), 2)]).join('');
}
export function fromCrockford(typed, characters) {
    const plain = typed.replace(/[\s-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
    if (plain.length !== characters || [...plain].some((c) => !alphabet.includes(c))) return null;
    const bits = [...plain].map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0')).join('');
    const size = Math.ceil(bits.length / 8);
    return Uint8Array.from({ length: size }, (_, i) => parseInt(bits.slice(i * 8, i * 8 + 8).padEnd(8, '0'), 2));
}

// ---- links and lines

const check = (kind, body) => H('link', kind, body).slice(0, 4);

export function line(kind, content) {
    const body = joined(u8(1), content);
    return `goodweek:${kind}:${Buffer.from(joined(body, check(kind, body))).toString('base64url')}`;
}
export const link = (address, kind, content) => `${address}#/${kind}/${line(kind, content).split(':')[2]}`;

export function readLink(text, kind, otherwise) {
    const plain = text.replace(/[ \t\r\n]/g, '');
    const mark = [`#/${kind}/`, `goodweek:${kind}:`].find((each) => plain.includes(each));
    if (!mark) refuse(otherwise);
    const payload = plain.slice(plain.indexOf(mark) + mark.length);
    const raw = Uint8Array.from(Buffer.from(payload, 'base64url'));
    if (Buffer.from(raw).toString('base64url') !== payload || raw.length < 5) refuse('mistyped');
    const body = raw.subarray(0, raw.length - 4);
    if (!same(raw.subarray(raw.length - 4), check(kind, body))) refuse('mistyped');
    if (body[0] !== 1) refuse('update_needed');
    return body.subarray(1);
}

// ---- invites

export const inviteContent = ({ secret, clinic, expires, relay }) =>
    joined(secret, clinic, u32(expires), u8(relay.length), relay);

export function readInvite(text) {
    const reader = new Reader(readLink(text, 'join', 'not_an_invite'), 'not_an_invite');
    const invite = { secret: reader.take(10), clinic: reader.take(32), expires: reader.u32() };
    invite.relay = Buffer.from(reader.take(reader.u8())).toString('latin1');
    const address = /^https:\/\/[A-Za-z0-9.:[\]-]+\/?$|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?\/?$/;
    if (reader.left() !== 0 || !address.test(invite.relay)) refuse('not_an_invite');
    return invite;
}

export function fromSecret(secret) {
    const token = KDF(secret, 'token');
    const lookup = KDF(secret, 'where').slice(0, 16);
    return {
        token, lookup, tokenHash: H('invite', token),
        proof: (household) => KDF(secret, 'join', household),
        card: ({ clinic, expires }) => seal(KDF(secret, 'card'), zeroNonce, lookup, joined('GWC1', clinic, u32(expires))),
        openCard: (card) => unseal(KDF(secret, 'card'), zeroNonce, lookup, card),
    };
}

// ---- offers

export function readOffer(text) {
    const typed = fromCrockford(text, 20);
    if (typed) {
        return { secret: typed, place: KDF(typed, 'where').slice(0, 16), keysHash: null };
    }
    const reader = new Reader(readLink(text, 'add', 'not_an_offer'), 'not_an_offer');
    const place = reader.take(16);
    const secret = reader.take(16);
    const keysHash = reader.take(32);
    if (reader.left() !== 0) refuse('not_an_offer');
    return { secret, place, keysHash };
}

export function readAnnouncement({ secret, keysHash }, message) {
    const reader = new Reader(message, 'forged');
    if (hex(reader.take(4)) !== hex(bytes('GWN1'))) refuse('forged');
    const [signKey, kemKey, proof] = [reader.take(32), reader.take(1216), reader.take(32)];
    if (reader.left() !== 0 || !same(proof, KDF(secret, 'keys', signKey, kemKey))) refuse('forged');
    if (keysHash && !same(keysHash, H('enrol', signKey, kemKey))) refuse('forged');
    return { signKey, kemKey };
}

export function openWelcome({ secret, place }, device, message) {
    const reader = new Reader(message, 'forged');
    if (hex(reader.take(4)) !== hex(bytes('GWN2'))) refuse('forged');
    const nonce = reader.take(24);
    const plain = unseal(KDF(secret, 'reply'), nonce, joined(place, device), reader.take(reader.left())) ?? refuse('forged');
    const { g, h, i } = decode(plain) ?? refuse('forged');
    return { group: g, height: h, head: i };
}

