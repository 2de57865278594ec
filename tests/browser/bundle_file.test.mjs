// Where there is no network at all: a sealed file, carried by hand.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import { openWorker, startClinic } from './support/clinic.mjs';
import { Phone } from './support/phone.mjs';
import { allSent, goTo, joinClinic, logPeakFlow, startFamily } from './support/steps.mjs';
import { say } from './support/words.mjs';
import { folderFor } from './support/world.mjs';

async function sealedFile(phone, path) {
    await goTo(phone, 'sync');
    const [download] = await Promise.all([phone.page.waitForEvent('download'), phone.press(say('sync.make_file'))]);
    assert.match(download.suggestedFilename(), /^goodweek-\d{4}-\d\d-\d\d\.gwf$/);
    await download.saveAs(path);
}

async function openFile(phone, path) {
    await goTo(phone, 'sync');
    const [chooser] = await Promise.all([phone.page.waitForEvent('filechooser'), phone.press(say('sync.open_file'))]);
    await chooser.setFiles(path);
}

test('a sealed file brings what was written to the clinic without a network; with one byte changed it brings nothing', async (t) => {
    const clinic = await startClinic(t);
    const folder = await folderFor(t, 'stick');
    const phone = await Phone.open(t, clinic.site.address);
    await startFamily(phone);
    await joinClinic(phone, await clinic.invite('The Thistlewicks'));
    await allSent(phone);
    const worker = await openWorker(t, clinic);
    await worker.page.getByRole('link', { name: /^The Thistlewicks/ }).waitFor({ state: 'attached' });
    await allSent(worker);
    for (const one of [phone, worker]) await one.context.setOffline(true);

    await logPeakFlow(phone, '298', 'Behind the boat shed');
    const whole = join(folder, 'whole.gwf');
    await sealedFile(phone, whole);
    const bytes = await readFile(whole);
    assert.ok(!bytes.includes('boat shed') && !bytes.includes('peak_flow'));

    const changed = join(folder, 'changed.gwf');
    await writeFile(changed, bytes.with(bytes.length - 20, bytes.at(-20) ^ 1));
    await openFile(worker, changed);
    await worker.seeText(say('trouble.bundle_refused'));
    await openFile(worker, whole);
    await worker.seeText(say('bundle.opened', {}, 1));
    await openFile(worker, whole);
    await worker.seeText(say('bundle.opened', {}, 0));
    await goTo(worker, 'caseload');
    await worker.press(/^The Thistlewicks/, 'link');
    await worker.press(/^Peak flow, Amal/, 'link');
    await worker.seeText('298');
    phone.noComplaints();
    worker.noComplaints();
});
