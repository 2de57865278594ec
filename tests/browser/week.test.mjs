// This week: something is put on a day, done, changed and taken off; on a phone and wide, in the Plain page and offline.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { assertAccessible } from './support/axe.mjs';
import { Phone } from './support/phone.mjs';
import { goTo, open, startFamily } from './support/steps.mjs';
import { say } from './support/words.mjs';
import { startSite } from './support/world.mjs';

// Monday is 0; the family's own calendar.
const place = (new Date().getDay() + 6) % 7;

async function addPlan(phone, what, time) {
    await phone.press(say('week.add'));
    await phone.page.getByRole('textbox', { name: say('plan.what') }).fill(what);
    await phone.type(say('when.time_if_known'), time);
    await phone.press(say('plan.add'));
    await phone.seeText(say('plan.added'));
    await kept(phone);
}

const kept = (phone) => phone.seeText(say('status.saved'));

for (const { query, size } of [{ query: '', size: 'phone' }, { query: '', size: 'wide' }, { query: '?plain', size: 'phone' }]) {
    test(`a mother puts a swim on today, offline, and it is done before tea (${size}${query})`, async (t) => {
        const { address } = await startSite(t);
        const phone = await Phone.open(t, address, { size, query });
        await startFamily(phone);
        await phone.page.waitForFunction(() => navigator.serviceWorker?.controller || navigator.serviceWorker?.ready);
        await phone.context.setOffline(true);
        await goTo(phone, 'week');
        await phone.see(say('place.week'));
        await addPlan(phone, 'Swim at the pool', '10am');
        await phone.seeText('Swim at the pool');   // its day
        await goTo(phone, 'week');
        await phone.see(say('place.week'));
        await phone.page.getByRole('link', { name: new RegExp(say(`weekday.name.${place}`)) }).first().click();
        await phone.page.getByRole('button', { name: new RegExp(`^${say('today.done')}`) }).click();
        await kept(phone);
        await phone.page.getByRole('button', { name: new RegExp(`^${say('do.undo')}`) }).first().click();
        await phone.page.getByRole('button', { name: new RegExp(`^${say('today.done')}`) }).click();
        await kept(phone);
        await phone.context.setOffline(false);
        await phone.restart();
        await open(phone);
        await goTo(phone, 'week');
        await phone.see(say('place.week'));
        assert.match(await phone.page.locator('#ov').innerText(), /Swim at the pool/);
        // As tall as the page: what lies half under the bar is a matter of scrolling.
        await phone.page.setViewportSize({ ...phone.page.viewportSize(), height: 2400 });
        await assertAccessible(phone.page);
        phone.noComplaints();
    });
}

test('a plan is changed to another week, and taken off, and brought back', async (t) => {
    const { address } = await startSite(t);
    const phone = await Phone.open(t, address);
    await startFamily(phone);
    await goTo(phone, 'week');
    await phone.see(say('place.week'));
    await addPlan(phone, 'Gran visits', '');
    await goTo(phone, 'week');
    const [file] = await Promise.all([phone.page.waitForEvent('download'), phone.press(say('week.calendar'))]);
    assert.match(await readFile(await file.path(), 'utf8'), /SUMMARY:Gran visits\r\n/);
    await phone.page.goBack();
    await phone.page.getByRole('link', { name: new RegExp(`^${say('day.change')}`) }).click();
    await phone.press(say('plan.another_week'));
    await phone.page.getByRole('textbox', { name: say('ui.year') }).fill('2031');
    await phone.press(say('plan.save'));
    await phone.seeText(say('plan.changed'));
    await phone.seeText('Gran visits');
    assert.match(phone.page.url(), /day\/=2031-/);
    await phone.page.getByRole('link', { name: /^Gran visits/ }).click();
    await phone.press(say('plan.remove'));
    await phone.press(say('do.undo'));
    await phone.page.goBack();
    await phone.page.goBack();
    await phone.seeText('Gran visits');
    phone.noComplaints();
});

test('what a day’s form cannot take says so beside its box, and keeps what was typed', async (t) => {
    const { address } = await startSite(t);
    const phone = await Phone.open(t, address);
    await startFamily(phone);
    await goTo(phone, 'plan');
    await phone.type(say('when.time_if_known'), 'after the news');
    await phone.press(say('plan.add'));
    await phone.seeText(say('plan.nothing_planned'));
    await phone.seeText(say('when.not_a_time'));
    assert.equal(await phone.page.getByRole('textbox', { name: say('when.time_if_known') }).inputValue(), 'after the news');
    phone.noComplaints();
});
