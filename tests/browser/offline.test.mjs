// The whole application is on the phone after the first visit, and a new version waits to be asked.

import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import { webFolder } from './support/paths.mjs';
import { Phone } from './support/phone.mjs';
import { folderFor, startSite } from './support/world.mjs';

const kept = (page) => page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const [name] = await caches.keys();
    return (await (await caches.open(name)).keys()).map(({ url }) => url);
});

test('after one visit the app starts with no network and no host', async (t) => {
    const site = await startSite(t);
    const phone = await Phone.open(t, site.address);
    const files = await kept(phone.page);
    assert.ok(files.some((url) => url.endsWith('.wasm')) && files.includes(site.address));
    await phone.context.setOffline(true);
    await phone.page.reload();
    await phone.ready();
    await site.close();
    await phone.restart();
    await phone.ready();
    phone.noComplaints();
});

test('only the listed files are kept, and never what the host or a relay answers', async (t) => {
    const site = await startSite(t);
    const phone = await Phone.open(t, site.address);
    await phone.page.evaluate(() => navigator.serviceWorker.ready);
    await phone.page.reload();
    await phone.ready();
    const files = await kept(phone.page);
    assert.ok(!files.some((url) => url.endsWith('host.json') || url.endsWith('sw.js')));
});

// The same build with one letter of its page changed: another version.
async function nextVersion(folder) {
    const { createHash } = await import('node:crypto');
    const page = (await readFile(join(folder, 'index.html'), 'utf8')).replace('A week at a time, together.', 'A week at a time, all together.');
    await writeFile(join(folder, 'index.html'), page);
    const integrity = `sha256-${createHash('sha256').update(page).digest('base64')}`;
    const worker = await readFile(join(folder, 'sw.js'), 'utf8');
    const changed = worker.replace(/"version":"\w+"/, '"version":"000000000001"')
        .replace(/(\{"url":"\.\/","integrity":")[^"]+/, `$1${integrity}`);
    assert.notEqual(changed, worker);
    await writeFile(join(folder, 'sw.js'), changed);
}

test('a new version waits behind a quiet bar, and takes over when it is asked to', async (t) => {
    const folder = join(await folderFor(t, 'site'), 'web');
    await cp(webFolder, folder, { recursive: true });
    const site = await startSite(t, { folder });
    const phone = await Phone.open(t, site.address);
    const { page } = phone;
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await phone.ready();

    await nextVersion(folder);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    const bar = page.locator('#update');
    await bar.waitFor({ state: 'visible' });
    assert.equal(await page.locator('#splash').getByText('all together').count(), 0);

    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Update now' }).click()]);
    await phone.ready();
    assert.equal(await page.locator('#splash').getByText('all together').count(), 1);
    assert.ok(await bar.isHidden());
    assert.equal((await page.evaluate(() => caches.keys())).length, 1);
    phone.noComplaints();
});

test('a version with one file missing is not installed at all', async (t) => {
    const folder = join(await folderFor(t, 'site'), 'web');
    await cp(webFolder, folder, { recursive: true });
    const site = await startSite(t, { folder });
    const phone = await Phone.open(t, site.address);
    await phone.page.evaluate(() => navigator.serviceWorker.ready);
    const before = await kept(phone.page);

    const worker = await readFile(join(folder, 'sw.js'), 'utf8');
    await writeFile(join(folder, 'sw.js'), worker.replace(/"version":"\w+","files":\[/, '"version":"000000000002","files":[{"url":"lost.js","integrity":"sha256-x"},'));
    await phone.page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().catch(() => {}));
    await phone.page.waitForTimeout(500);
    assert.deepEqual(await kept(phone.page), before);
    assert.equal(await phone.page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).waiting), null);
});
