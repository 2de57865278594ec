// The benchmarks: what we take beside a peer or a physical limit, on this machine and in this run. Read, never asserted.
//
//   node tests/bench/run.mjs [first-visit] [idle] [twenty] [relay]      all of them when none is named

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

import { binFolder, webFolder } from '../browser/support/paths.mjs';
import { openWorker, startInventedClinic } from '../browser/support/clinic.mjs';
import { Phone } from '../browser/support/phone.mjs';
import { say } from '../browser/support/words.mjs';
import { startSite } from '../browser/support/world.mjs';

// The browser tests' helpers tidy up after a test; here the whole run is one.
const tidying = [];
const run = { after: (work) => tidying.unshift(work) };

const kib = (bytes) => `${(bytes / 1024).toFixed(0)} KiB`;

// P10: every file before Today can be used: those the service worker lists, without what comes afterwards (web/pack.mjs).
async function firstVisit() {
    const worker = await readFile(join(webFolder, 'sw.js'), 'utf8');
    const names = [...worker.matchAll(/"url":"([^"]+)"/g)].map(([, url]) => (url === './' ? 'index.html' : url))
        .filter((name) => !/^(second|library)-/.test(name));
    const files = await Promise.all([...names, 'sw.js'].map((name) => readFile(join(webFolder, name))));
    const bytes = files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
    const peer = 1.1 * 1024 * 1024;
    return [{ what: 'P10 first visit, gzip', ours: kib(bytes), beside: `${kib(peer)} (smallest ImGui-like web demo known)`,
        ratio: bytes / peer, goal: '<= 600 KiB', met: bytes <= 600 * 1024 }];
}

// P11: nothing is drawn when nothing happens, and little for one press.
async function idle() {
    const { address } = await startSite(run);
    const phone = await Phone.open(run, address, { query: '?household=demo#/settings' });
    await phone.page.waitForTimeout(1500);
    const still = await phone.counted(() => phone.page.waitForTimeout(10_000), 0);
    const press = await phone.counted(() => phone.page.getByRole('checkbox', { name: say('settings.less_motion') }).click());
    return [
        { what: 'P11 frames in 10 idle seconds', ours: still.frames, goal: '0', met: still.frames === 0 },
        { what: 'P11 frames for one press', ours: press.frames, goal: '<= 3', met: press.frames <= 3 },
        { what: 'P11 changes of the page for one press', ours: press.changes, goal: '<= 10', met: press.changes <= 10 },
    ];
}

// The twenty invented families, a year each: a link worker opens them, and somebody looks around in the first of them. Both
// are fresh loads of the page; the key is what the same passphrase takes to be refused, spelled wrong.
async function twenty() {
    const worker = await openWorker(run, await startInventedClinic(run, 20));
    const { page } = worker;
    const secret = worker.secret;
    const timed = async (work) => {
        const began = performance.now();
        await work();
        return performance.now() - began;
    };
    await page.reload();
    await worker.ready();
    await worker.type(say('open.passphrase'), `${secret} not`);
    const key = await timed(async () => {
        await worker.press(say('open.open'));
        await worker.seeText(say('open.wrong_passphrase'));
    });
    await worker.type(say('open.passphrase'), secret);
    const opened = await timed(async () => {
        await worker.press(say('open.open'));
        await worker.found(page.getByRole('link', { name: /^The / }).first());
    });
    const looker = await Phone.open(run, (await startSite(run)).address);
    const around = await timed(async () => {
        await looker.page.goto(`${looker.address}?household=demo`);
        await looker.ready();
    });
    const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
    return [
        { what: 'twenty families open, without the key', ours: seconds(opened - key), beside: `${seconds(key)} the key alone`, goal: '< 2 s', met: opened - key < 2000 },
        { what: 'looking around: the page, and a year of one family', ours: seconds(around), goal: '< 2 s', met: around < 2000 },
    ];
}

// P7: the relay's own bench, against SQLite keeping the same rows with the same flush.
async function relay() {
    const program = join(binFolder, 'tests_relay');
    const { stdout } = await promisify(execFile)(program, ['--no-skip', '--test-case=bench:*'], { maxBuffer: 1 << 24 });
    return [...stdout.matchAll(/(\d+) callers.*?relay +(\d+)\/s.*?p99 +([\d.]+) ms.*?a commit each +(\d+)\/s \(ratio ([\d.]+)\)/g)]
        .map(([, callers, ours, p99, limit, ratio]) => ({ what: `P7 pushes a second, ${callers} callers (p99 ${p99} ms)`, ours, beside: `${limit} SQLite alone`,
            ratio: Number(ratio), goal: '>= 0.60', met: Number(ratio) >= 0.6 }));
}

function print(rows) {
    const cells = rows.map(({ what, ours, beside = '-', ratio, goal, met }) =>
        [what, String(ours), beside, ratio === undefined ? '-' : ratio.toFixed(2), goal, met ? 'met' : 'NOT met']);
    const table = [['workload', 'ours', 'peer or limit', 'ratio', 'goal', ''], ...cells];
    const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
    for (const row of table) console.log(row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd());
}

const all = { 'first-visit': firstVisit, idle, twenty, relay };
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all[name]);
if (unknown.length > 0) {
    console.error(`run.mjs: no such benchmark: ${unknown.join(' ')} (${Object.keys(all).join(', ')})`);
    process.exit(2);
}
console.log(`On ${cpus().length} x ${cpus()[0].model}\n`);
const rows = [];
try {
    for (const name of asked.length > 0 ? asked : Object.keys(all)) rows.push(...await all[name]());
} finally {
    for (const work of tidying) await work();
}
print(rows);
