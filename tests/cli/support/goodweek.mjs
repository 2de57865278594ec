// The real `goodweek`, run as a script would run it.

import { execFile } from 'node:child_process';
import { join } from 'node:path';

import { binFolder } from '../../browser/support/paths.mjs';
import { freePort, startRelay as startRelayAt } from '../../browser/support/world.mjs';

export { folderFor } from '../../browser/support/world.mjs';

const root = join(import.meta.dirname, '..', '..', '..');
const goodweekProgram = join(binFolder, 'goodweek');

export const logsFolder = process.env.GOODWEEK_LOGS ?? join(root, 'tests', 'data', 'home-glucose-logs');
export const passphrase = 'larkrise lane invented words';

// {code, out, err}; the passphrase is ours unless another is given (null: none).
export function goodweek(words, { secret = passphrase, timeout = 300_000 } = {}) {
    const env = { ...process.env, TZ: 'Europe/London' };
    delete env.GOODWEEK_PASSPHRASE;
    if (secret !== null) env.GOODWEEK_PASSPHRASE = secret;
    return new Promise((done) => {
        const child = execFile(goodweekProgram, words, { env, timeout, maxBuffer: 64 << 20 }, (error, out, err) =>
            done({ code: error ? error.code : 0, out, err }));
        child.stdin.end();
    });
}

// The JSON of an answer that must be there, with the exit code that must go with it.
export async function answer(words, { code = 0, ...options } = {}) {
    const ended = await goodweek([...words, '--json'], options);
    if (ended.code !== code) throw new Error(`goodweek ${words.join(' ')}: exit ${ended.code}, not ${code}\n${ended.out}${ended.err}`);
    return JSON.parse(ended.out);
}

// A relay of the test's own, gone when the test ends.
export const startRelay = async (test) => startRelayAt(test, await freePort(), 'http://127.0.0.1');
