// Real input in a real browser: the home logs of 35 people, as untidy as they are. Households are made on the command
// line, which is quick; what is looked at is what a link worker and a family see on their screens.

import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';

import { answer, logsFolder, passphrase } from '../cli/support/goodweek.mjs';
import { Phone } from './support/phone.mjs';
import { say } from './support/words.mjs';
import { folderFor, startSite, startWorld } from './support/world.mjs';

// ---- what the files say, read here and not by the product ----------------------------------------------------------

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

// Month, day and year of a line's date, if it is a day that was.
function dateOf(text) {
    const parts = /^(\d\d?)-(\d\d?)-(\d{4})$/.exec(text)?.slice(1).map(Number);
    if (!parts) return null;
    const [month, day, year] = parts;
    const date = new Date(Date.UTC(year, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : null;
}

// The same for every spelling of one record: "8:00" and "08:00", "007" and "7".
const plain = (field) => field.trim().replace(/^0+(?=[^.])/, '');
const clock = (field) => /^(\d\d?):(\d\d?)$/.exec(field.trim())?.slice(1).map(Number).join(':') ?? field.trim();

// How many lines a file has, how many of them become an entry, and the last day it tells of.
async function contentsOf(path) {
    const lines = (await readFile(path, 'latin1')).replace(/\n$/, '').split('\n');
    const records = new Set();
    let last = new Date(0);
    for (const line of lines) {
        const fields = line.split('\t');
        const date = fields.length === 4 ? dateOf(fields[0].trim()) : null;
        if (!date) continue;
        records.add([date.getTime(), clock(fields[1]), plain(fields[2]), plain(fields[3])].join('\t'));
        if (date > last) last = date;
    }
    return { lines: lines.length, entries: records.size, last: `${last.getUTCDate()} ${monthNames[last.getUTCMonth()]} ${last.getUTCFullYear()}` };
}

// ---- profiles, from the command line to the browser -------------------------------------------------------------------

async function makeHome(folder, key, name) {
    const at = ['--profile', join(folder, key)];
    await answer([...at, 'create', name]);
    await answer([...at, 'person', 'add', 'Somebody']);
    return at;
}

// So that the web host offers it at /invented/KEY.
const offer = (folder, key, name) => writeFile(join(folder, 'seeded'), JSON.stringify({ profiles: [{ key, name, passphrase }] }));

async function openProfile(t, site, key, size) {
    const phone = await Phone.open(t, site.address, { size, query: `?profile=${key}` });
    const page = await phone.context.newPage();
    await page.goto(`${site.address}invented/${key}`);
    await page.locator('#open').waitFor();
    await page.close();
    await phone.visit();
    await unlock(phone);
    return phone;
}

async function unlock(phone) {
    await phone.see(say('open.title'));
    await phone.type(say('open.passphrase'), passphrase);
    await phone.press(say('open.open'));
}

// The rows of the page's table, a list of its cells' words each.
const rowsOf = (page) => page.evaluate(() => [...document.querySelectorAll('#ov [role=row]')]
    .map((row) => [...row.querySelectorAll('[role=cell]')].map((cell) => cell.textContent))
    .filter((cells) => cells.length > 0));

async function inLanes(things, work) {
    const waiting = [...things];
    await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, async () => {
        while (waiting.length > 0) await work(waiting.shift());
    }));
}

test('all thirty-five real people are on the link worker’s caseload, with their last day and count', { timeout: 1_200_000 }, async (t) => {
    const folder = await folderFor(t, 'clinic');
    const { site, relay } = await startWorld(t, { invented: folder });
    const worker = ['--profile', join(folder, 'worker')];
    await answer([...worker, 'clinic', 'create', 'Larkrise Lane', '--worker', 'Sam Lanternfield', '--relay', relay.origin, '--admin-token', relay.token]);
    const files = (await readdir(logsFolder)).filter((name) => name.startsWith('data-')).sort();
    assert.equal(files.length, 35);
    const invites = new Map();
    for (const file of files) invites.set(file, (await answer([...worker, 'clinic', 'invite', '--for', file])).invite);
    const expected = new Map();
    await inLanes(files, async (file) => {
        const at = await makeHome(folder, file, `Home ${file}`);
        const path = join(logsFolder, file);
        const report = await answer([...at, 'import', 'Somebody', path]);
        const found = await contentsOf(path);
        assert.equal(report.lines, found.lines, file);
        assert.equal(report.taken + report.noted + report.refused, report.lines, file);
        expected.set(`Home ${file}`, found);
        await answer([...at, 'join', invites.get(file)]);
    });

    // The clinic's machine fetches everything in the browser.
    await offer(folder, 'worker', 'Sam Lanternfield');
    const phone = await openProfile(t, site, 'worker', 'wide');
    const { page } = phone;
    await page.waitForFunction(() => document.querySelectorAll('#ov a[href*="#/family/"]').length === 35, null, { timeout: 300_000 });
    await page.waitForFunction(() => [...document.querySelectorAll('#ov a[href*="#/family/"]')].every((link) => link.textContent.startsWith('Home data-')), null, { timeout: 300_000 });
    await phone.found(page.getByText(say('status.all_sent')).first(), 240_000);

    const byName = new Map((await rowsOf(page)).map((cells) => [cells[0], cells]));
    assert.equal(byName.size, 35);
    for (const [name, { last, entries }] of expected) {
        assert.equal(byName.get(name)[4], last, name);
        assert.equal(byName.get(name)[5], String(entries), name);
    }
    await page.getByText(/Michael Kahn/).first().waitFor({ state: 'attached' });

    // Sorted and filtered, and the address says how.
    await phone.choose(say('caseload.by_name'));
    assert.deepEqual((await rowsOf(page)).map(([name]) => name), [...expected.keys()].sort());
    await phone.choose(new RegExp(`^${say('caseload.quiet')}`));
    await page.getByText(say('caseload.no_match')).waitFor({ state: 'attached' });
    assert.match(page.url(), /#\/caseload\/=quiet\.name$/);
    await page.reload();
    await unlock(phone);
    await page.getByText(say('caseload.no_match')).waitFor({ state: 'attached', timeout: 300_000 });

    // Found by name, and opened: the same log as a figure, with its credit.
    await phone.choose(new RegExp(`^${say('caseload.all')},`));
    await page.getByRole('searchbox', { name: say('caseload.search') }).fill('data-07');
    await page.waitForFunction(() => document.querySelectorAll('#ov a[href*="#/family/"]').length === 1);
    await phone.press('Home data-07', 'link');
    await phone.see('Home data-07');
    await phone.seeText(/Michael Kahn/);
    await phone.press(new RegExp(`^${say('measure.name.glucose')}, Somebody`), 'link');
    await phone.seeText(say('ui.show_numbers'));
    // The browser itself mentions it when the relay asks for a moment's patience.
    assert.deepEqual(phone.complaints.filter((text) => !/status of 429/.test(text)), []);
});

test('a log chosen on a family’s own phone is taken line by line, and nothing of it twice', async (t) => {
    const folder = await folderFor(t, 'home');
    const site = await startSite(t, { invented: folder });
    await makeHome(folder, 'home', 'Home');
    await offer(folder, 'home', 'Home');
    const phone = await openProfile(t, site, 'home', 'phone');
    const { page } = phone;
    const path = join(logsFolder, 'data-06');
    const { lines, entries } = await contentsOf(path);
    const count = async (key) => {
        const words = await page.getByText(new RegExp(`^${say(key)}, \\d+$`)).textContent();
        return Number(words.match(/\d+$/)[0]);
    };
    const choose = async () => {
        const [chooser] = await Promise.all([page.waitForEvent('filechooser'), phone.press(say('import.choose'))]);
        await chooser.setFiles(path);
        await page.getByRole('heading', { name: say('import.report', { file: basename(path) }) }).waitFor({ state: 'attached' });
    };

    const goToImport = async () => {
        await phone.press(say('place.log'), 'link');
        await phone.press(new RegExp(`^${say('import.title')}`), 'link');
        await phone.see(say('import.title'));
    };

    await goToImport();
    await choose();
    assert.equal(await count('import.lines'), lines);
    assert.equal(await count('import.taken') + await count('import.noted'), entries);
    assert.equal(await count('import.taken') + await count('import.noted') + await count('import.refused'), lines);
    await page.getByText(/Michael Kahn/).first().waitFor({ state: 'attached' });
    await phone.press(say('place.today'), 'link');
    await page.getByText(say('status.saved')).first().waitFor({ state: 'attached' });

    // Again, after a reload: every entry is here before.
    await page.reload();
    await unlock(phone);
    await goToImport();
    await choose();
    assert.equal(await count('import.already'), entries);
    phone.noComplaints();
});
