// Canonical CBOR as ../vault/FORMAT.md has it. Integers are BigInt, byte strings Uint8Array, maps plain objects.

import { bytes, hex, joined } from './words.mjs';

class NotCbor extends Error {}
const no = (why) => {
    throw new NotCbor(why);
};

function head(major, argument) {
    const value = BigInt(argument);
    if (value < 24n) return Uint8Array.of((major << 5) | Number(value));
    const power = value < 1n << 8n ? 0 : value < 1n << 16n ? 1 : value < 1n << 32n ? 2 : 3;
    const out = [(major << 5) | (24 + power)];
    for (let shift = BigInt(8 << power) - 8n; shift >= 0n; shift -= 8n) out.push(Number((value >> shift) & 255n));
    return Uint8Array.from(out);
}

const byBytes = (a, b) => (hex(bytes(a)) < hex(bytes(b)) ? -1 : 1);

export function encode(value) {
    if (typeof value === 'number') return encode(BigInt(value));
    if (typeof value === 'bigint') return value < 0n ? head(1, -1n - value) : head(0, value);
    if (value instanceof Uint8Array) return joined(head(2, value.length), value);
    if (typeof value === 'string') return joined(head(3, bytes(value).length), value);
    if (Array.isArray(value)) return joined(head(4, value.length), ...value.map(encode));
    const keys = Object.keys(value).sort(byBytes);
    return joined(head(5, keys.length), ...keys.flatMap((key) => [encode(key), encode(value[key])]));
}

const forbidden = /[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]/u;

function words(raw) {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
    if (forbidden.test(text)) no('text');
    return text;
}

function readValue(state, depth) {
    const take = (size) => {
        if (BigInt(size) > BigInt(state.raw.length - state.at)) no('cut short');
        state.at += Number(size);
        return state.raw.slice(state.at - Number(size), state.at);
    };
    const first = take(1)[0];
    const major = first >> 5;
    const small = first & 31;
    if (major > 5 || small > 27) no('forbidden');
    let argument = BigInt(small);
    if (small >= 24) {
        argument = take(1 << (small - 24)).reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
        if (argument < [24n, 1n << 8n, 1n << 16n, 1n << 32n][small - 24]) no('not canonical');
    }
    if (major === 0) return argument;
    if (major === 1) return argument < 1n << 63n ? -1n - argument : no('range');
    if (major === 2) return take(argument);
    if (major === 3) return words(take(argument));
    if (depth === 0) no('too deep');
    if (argument > BigInt(state.raw.length - state.at)) no('cut short');
    if (major === 4) return Array.from({ length: Number(argument) }, () => readValue(state, depth - 1));
    const map = {};
    let last = null;
    for (let i = 0n; i < argument; ++i) {
        const key = readValue(state, 0);
        if (typeof key !== 'string' || (last !== null && byBytes(last, key) >= 0)) no('keys');
        map[key] = readValue(state, depth - 1);
        last = key;
    }
    return map;
}

// The value, or undefined for anything but its one right spelling.
export function decode(raw, depth = 8) {
    try {
        const state = { raw, at: 0 };
        const value = readValue(state, depth);
        return state.at === raw.length ? value : undefined;
    } catch (problem) {
        if (problem instanceof NotCbor || problem instanceof TypeError) return undefined;
        throw problem;
    }
}
