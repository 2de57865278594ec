// The sentences people see, by key, so that a test finds a button by the words it really has.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const table = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'assets', 'words', 'en.json'), 'utf8'));

// `gaps` fills {placeholders}; `count` picks between one and other.
export function say(key, gaps = {}, count = undefined) {
    const row = table[key];
    if (row === undefined) throw new Error(`no sentence ${key} in en.json`);
    const text = typeof row === 'string' ? row : row.text ?? (count === 1 ? row.one : row.other);
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name === 'count' ? count : gaps[name]) ?? whole);
}
