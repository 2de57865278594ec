// The words the format pages are written in, with the @noble libraries behind them. Nothing here comes from the C++.

import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { ml_kem768_x25519 as xwing } from '@noble/post-quantum/hybrid.js';

const utf8 = new TextEncoder();

export const bytes = (part) => (typeof part === 'string' ? utf8.encode(part) : part);
export const hex = (raw) => Buffer.from(raw).toString('hex');
export const unhex = (text) => {
    if (!/^([0-9a-f]{2})*$/.test(text)) throw new Error(`not hexadecimal: ${text.slice(0, 20)}`);
    return Uint8Array.from(Buffer.from(text, 'hex'));
};
export const same = (a, b) => hex(a) === hex(b);
export const zeros = (size) => new Uint8Array(size);
export const isZero = (raw) => raw.every((byte) => byte === 0);

export function joined(...parts) {
    return Uint8Array.from(Buffer.concat(parts.map((part) => Buffer.from(bytes(part)))));
}

export function little(size, value) {
    const out = new Uint8Array(size);
    let rest = BigInt(value);
    for (let i = 0; i < size; ++i, rest >>= 8n) out[i] = Number(rest & 255n);
    return out;
}
export const u8 = (value) => little(1, value);
export const u16 = (value) => little(2, value);
export const u32 = (value) => little(4, value);
export const u64 = (value) => little(8, value);

const labelled = (label, x) => joined('GW1', u8(label.length), label, x);
export const H = (label, ...x) => blake2b(labelled(label, joined(...x)), { dkLen: 32 });
export const KDF = (key, label, ...x) => blake2b(labelled(label, joined(...x)), { dkLen: 32, key });

export const signPublic = (seed) => ed25519.getPublicKey(seed);
export const sign = (seed, label, x) => ed25519.sign(labelled(label, x), seed);
export const verified = (who, label, x, signature) => {
    try {
        return ed25519.verify(signature, labelled(label, x), who, { zip215: false });
    } catch {
        return false;
    }
};

export const zeroNonce = zeros(24);
export const seal = (key, nonce, around, plain) => xchacha20poly1305(key, nonce, around).encrypt(plain);
export const unseal = (key, nonce, around, box) => {
    try {
        return xchacha20poly1305(key, nonce, around).decrypt(box);
    } catch {
        return null;
    }
};

export const kemPublic = (seed) => xwing.keygen(seed).publicKey;
export const encapsulate = (key) => {
    const { cipherText, sharedSecret } = xwing.encapsulate(key);
    return { ct: cipherText, shared: sharedSecret };
};
export const decapsulate = (seed, ct) => xwing.decapsulate(ct, xwing.keygen(seed).secretKey);

// A problem named as the format pages name it.
export class Verdict extends Error {}
export const refuse = (name) => {
    throw new Verdict(name);
};
// What `work` was refused for, or 'ok'.
export function verdictOf(work) {
    try {
        work();
        return 'ok';
    } catch (problem) {
        if (problem instanceof Verdict) return problem.message;
        throw problem;
    }
}

// Hands out fields from the front; what is not there is a verdict.
export class Reader {
    constructor(raw, problem = 'damaged') {
        Object.assign(this, { raw, problem, at: 0 });
    }
    take(size) {
        if (size > this.left()) refuse(this.problem);
        this.at += size;
        return this.raw.subarray(this.at - size, this.at);
    }
    number(size) {
        return this.take(size).reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
    }
    u8() {
        return Number(this.number(1));
    }
    u16() {
        return Number(this.number(2));
    }
    u32() {
        return Number(this.number(4));
    }
    left() {
        return this.raw.length - this.at;
    }
    before() {
        return this.raw.subarray(0, this.at);
    }
}
