// The main job in a real browser: a family starts, logs, and finds it again, whatever happens to the browser.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Phone } from './support/phone.mjs';
import { goTo, logPeakFlow, open, startFamily } from './support/steps.mjs';
import { say } from './support/words.mjs';
import { startSite } from './support/world.mjs';

test('a mother starts a family, logs a reading, and it is there after the browser was killed', async (t) => {
    const site = await startSite(t);
    const phone = await Phone.open(t, site.address);
    await startFamily(phone);
    await logPeakFlow(phone, '320');
    await phone.kill();
    await phone.start();
    await open(phone);
    await phone.see(/Amal/);
    await goTo(phone, 'readings');
    await phone.page.getByText('320').first().waitFor({ state: 'attached' });
    phone.noComplaints();
});

test('a wrong passphrase says so and keeps everything', async (t) => {
    const site = await startSite(t);
    const phone = await Phone.open(t, site.address);
    await startFamily(phone);
    await phone.restart();
    await phone.see(say('open.title'));
    await phone.type(say('open.passphrase'), 'not the one at all');
    await phone.press(say('open.open'));
    await phone.page.getByText(say('open.wrong_passphrase')).first().waitFor({ state: 'attached', timeout: 30_000 });
    await open(phone);
    await phone.see(/Amal/);
    assert.deepEqual(phone.complaints, []);
});
