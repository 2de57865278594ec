// A vector: lines `name: value`, then parts of hexadecimal, each after a line `---`.

import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';

import { hex, unhex } from './words.mjs';

const folder = (kind) => new URL(`../${kind}/`, import.meta.url);

export function readVector(kind, name) {
    const [header, ...parts] = readFileSync(new URL(name, folder(kind)), 'utf8').split(/^---$/m);
    const lines = header.trim().split('\n').map((line) => line.match(/^([a-z ]+): ?(.*)$/).slice(1));
    return {
        name,
        all: (wanted) => lines.filter(([key]) => key === wanted).map(([, value]) => value),
        get: (wanted) => lines.find(([key]) => key === wanted)?.[1],
        parts: parts.map((part) => unhex(part.replace(/\s/g, ''))),
    };
}

export const vectorNames = (kind) =>
    readdirSync(folder(kind)).filter((name) => name.endsWith('.txt') && !name.endsWith('keys.txt')).sort();

// Once written, a vector stays as it is.
export function writeVector(kind, name, lines, parts) {
    const file = new URL(name, folder(kind));
    if (existsSync(file)) return;
    const wrapped = parts.map((part) => `---\n${hex(part).replace(/(.{1,120})/g, '$1\n')}`);
    writeFileSync(file, lines.map(([key, value]) => `${key}: ${value}\n`).join('') + wrapped.join(''));
}
