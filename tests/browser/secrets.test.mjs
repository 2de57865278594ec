// Whoever has the relay's disk, or the phone's, or both, finds nothing of what a family wrote.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import { startClinic } from './support/clinic.mjs';
import { Phone } from './support/phone.mjs';
import { addGoal, allSent, goTo, joinClinic, logBloodPressure, startFamily, writeNote } from './support/steps.mjs';

const written = ['Wilhelmina Quince', 'Pebbletoft', 'marmalade behind the boat shed', 'Dance at the lantern fair', '147/93'];

const spellings = (word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];
const wordsIn = (bytes, words) => words.filter((word) => spellings(word).some((spelling) => bytes.includes(spelling)));

async function wordsInFolder(folder, words) {
    const found = new Set();
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
        for (const word of wordsIn(bytes, words)) found.add(`${word} in ${entry.name}`);
    }
    return [...found];
}

// All that this site keeps in the browser, as bytes: IndexedDB's keys and values, localStorage, caches.
async function everythingKept(page) {
    const kept = await page.evaluate(async () => {
        const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie];
        const bytes = [];
        const answer = (request) => new Promise((done, failed) => {
            request.onsuccess = () => done(request.result);
            request.onerror = () => failed(request.error);
        });
        const take = (value) => {
            if (value instanceof Uint8Array) bytes.push(value);
            else if (value && typeof value === 'object') Object.values(value).forEach(take);
            else texts.push(String(value));
        };
        for (const { name } of await indexedDB.databases()) {
            const database = await answer(indexedDB.open(name));
            for (const store of database.objectStoreNames) {
                const objects = database.transaction(store).objectStore(store);
                for (const rows of await Promise.all([answer(objects.getAll()), answer(objects.getAllKeys())])) rows.forEach(take);
            }
            database.close();
        }
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) {
                texts.push(request.url);
                bytes.push(new Uint8Array(await (await cache.match(request)).arrayBuffer()));
            }
        }
        const base64 = (each) => {
            let binary = '';
            for (let at = 0; at < each.length; at += 8192) binary += String.fromCharCode(...each.subarray(at, at + 8192));
            return btoa(binary);
        };
        return { texts, bytes: bytes.map(base64) };
    });
    return [...kept.texts.map((text) => Buffer.from(text)), ...kept.bytes.map((each) => Buffer.from(each, 'base64'))];
}

// A browser writes down what it would need to bring a tab back, a little after it changed.
const writesItsSession = 3000;

test('neither the relay nor the browser holds a word, a name or a value that can be read', async (t) => {
    const clinic = await startClinic(t);
    const phone = await Phone.open(t, clinic.site.address);
    await startFamily(phone, { home: 'The Pebbletofts', name: 'Wilhelmina Quince' });
    await joinClinic(phone, await clinic.invite('The Pebbletofts'));
    await logBloodPressure(phone, '147/93');
    await writeNote(phone, 'marmalade behind the boat shed');
    await addGoal(phone, 'Dance at the lantern fair');
    await allSent(phone);
    await clinic.command('sync');
    assert.equal((await clinic.command('caseload')).families[0].entries, 2);

    for (const page of ['goals', 'readings', 'messages', 'people', 'log-one/=note']) {
        await goTo(phone, page);
        await phone.page.locator('#ov h1').waitFor({ state: 'attached' });
    }
    // Half written, and the battery comes out.
    await phone.page.getByRole('textbox').first().fill('Pebbletoft and Wilhelmina Quince, half written');
    await phone.page.waitForTimeout(writesItsSession);

    const kept = await everythingKept(phone.page);
    assert.ok(kept.some((bytes) => bytes.includes('/profile-home')), 'the search sees what is kept');
    for (const bytes of kept) assert.deepEqual(wordsIn(bytes, written), []);

    await phone.kill();
    assert.notEqual((await wordsInFolder(phone.folder, ['profile-home'])).length, 0, 'the search sees the folder');
    assert.deepEqual(await wordsInFolder(phone.folder, written), []);

    const relay = await readdir(clinic.relay.folder, { recursive: true });
    assert.ok(relay.some((name) => name.endsWith('-wal')), relay.join(' '));
    assert.notEqual((await wordsInFolder(clinic.relay.folder, ['CREATE TABLE'])).length, 0, 'the search sees the database');
    assert.deepEqual(await wordsInFolder(clinic.relay.folder, [...written, 'Larkrise', 'Lanternfield', 'blood_pressure']), []);
});
