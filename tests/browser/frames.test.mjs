// How often the page is drawn: never while nothing happens, hardly at all when something does.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Phone } from './support/phone.mjs';
import { say } from './support/words.mjs';
import { startSite } from './support/world.mjs';

test('an untouched page draws nothing', async (t) => {
    const { address } = await startSite(t);
    for (const query of ['', '?household=demo', '?household=demo&plain']) {
        const phone = await Phone.open(t, address, { query });
        await phone.page.waitForTimeout(1500);   // the sun has risen, the offline copy is made
        const { frames } = await phone.counted(() => phone.page.waitForTimeout(3000), 0);
        assert.equal(frames, 0, query);
        phone.noComplaints();
        await phone.close();
    }
});

test('choosing an answer is at most three frames and ten changes of the page', async (t) => {
    const { address } = await startSite(t);
    const phone = await Phone.open(t, address, { query: '?household=demo#/settings' });
    const box = phone.page.getByRole('checkbox', { name: say('settings.less_motion') });
    await box.focus();
    await phone.page.waitForTimeout(800);
    const { frames, changes } = await phone.counted(() => phone.page.keyboard.press('Space'));
    assert.ok(await box.isChecked());
    assert.ok(frames >= 1 && frames <= 3, `${frames} frames`);
    assert.ok(changes <= 10, `${changes} changes`);
    phone.noComplaints();
});
