// One page to take to an appointment; the range somebody aims for, in their figure; and weight, which a child's phone leaves out.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assertAccessible } from './support/axe.mjs';
import { Phone } from './support/phone.mjs';
import { goTo, startFamily } from './support/steps.mjs';
import { say } from './support/words.mjs';
import { startSite } from './support/world.mjs';

const tick = (phone, name) => phone.page.getByRole('checkbox', { name }).first().click();

async function logReading(phone, person, measure, value) {
    await goTo(phone, 'log');
    await phone.see(say('log.title'));
    if (person) await phone.choose(person);
    await phone.page.getByRole('main').getByText(say(`measure.name.${measure}`), { exact: true }).click();
    await phone.page.getByRole('textbox').first().fill(value);
    await phone.press(say('log.save_reading'));
    await phone.seeText(say('log.saved_here'));
}

for (const query of ['', '?plain']) {
    test(`a mother makes the page for the asthma review, without a network${query && ', on the plain page'}`, async (t) => {
        const site = await startSite(t);
        const phone = await Phone.open(t, site.address, { query });
        await startFamily(phone);
        await goTo(phone, 'summary');
        await phone.seeText(say('summary.none_title'));
        await goTo(phone, 'care-plan');
        await phone.page.getByRole('link', { name: /^About me\./ }).waitFor({ state: 'attached' });
        await phone.context.setOffline(true);

        for (const value of ['310', '320', '350']) await logReading(phone, null, 'peak_flow', value);
        await goTo(phone, 'section-form/=targets');
        await phone.choose('Peak flow');
        await phone.type('From', '300');
        await phone.type('To', '400');
        await phone.press(say('do.save'));
        await phone.seeText('300');
        await goTo(phone, 'reading/=peak_flow');
        await phone.page.waitForFunction((words) => document.getElementById('ov').innerHTML.includes(words), say('figure.aim', { lowest: '300', highest: '400' }));
        await goTo(phone, 'section-form/=about_me');
        await phone.type('What is most important to me', 'The allotment');
        await phone.press(say('do.save'));
        await phone.seeText('The allotment');

        // Day by day it is all there; of what she did, nothing yet.
        await goTo(phone, 'timeline');
        await phone.see(say('timeline.title'));
        await phone.page.getByRole('link', { name: /Peak flow 350/ }).waitFor({ state: 'attached' });
        await assertAccessible(phone.page);
        await phone.choose(say('timeline.doing'));
        await phone.seeText(say('timeline.nothing'));

        await goTo(phone, 'summary');
        await phone.seeText(say('summary.about', { name: 'Amal' }));
        await phone.seeText('The allotment');
        await phone.seeText(/350 L\/min/);
        await assertAccessible(phone.page);
        await tick(phone, 'About me');
        await phone.page.getByText('The allotment').waitFor({ state: 'detached' });
        await phone.seeText(/350 L\/min/);

        await phone.page.evaluate(() => { globalThis.print = () => { globalThis.printed = document.body.className; }; });
        await tick(phone, say('summary.large'));
        await phone.press(say('summary.print'));
        await phone.page.waitForFunction(() => globalThis.printed?.includes('large-print'));
        await phone.page.emulateMedia({ media: 'print' });
        const shown = phone.page.locator('#ov p', { hasText: '350 L/min' }).first();
        assert.equal(await shown.evaluate((line) => getComputedStyle(line).fontSize), '24px');
        // Nothing is on the paper but the sheet itself.
        for (const aside of [say('summary.text'), say('summary.large_hint'), say('summary.title')])
            assert.equal(await phone.page.getByText(aside).first().isVisible(), false);
        assert.equal(await phone.page.getByRole('checkbox', { name: 'About me' }).first().isVisible(), false);
        assert.equal(await phone.page.getByText(say('summary.about', { name: 'Amal' })).first().isVisible(), true);
        await phone.page.emulateMedia({ media: 'screen' });
        phone.noComplaints();
    });

    test(`weight stays off a child’s lists until her family asks to see it${query && ', on the plain page'}`, async (t) => {
        const site = await startSite(t);
        const phone = await Phone.open(t, site.address, { query });
        await startFamily(phone);
        await goTo(phone, 'person');
        await phone.type(say('person.name'), 'Junie');
        await phone.type('Day', '21');
        await phone.type('Month', '5');
        await phone.type('Year', '2017');
        await phone.press(say('person.add'));
        await phone.seeText(say('person.added', { name: 'Junie' }));
        await goTo(phone, 'log');
        await phone.see(say('log.title'));
        const weight = phone.page.getByRole('main').getByText(say('measure.name.weight'), { exact: true });
        await weight.first().waitFor({ state: 'attached' });
        await phone.choose('Junie');
        await weight.first().waitFor({ state: 'detached' });

        await goTo(phone, 'care-plan');
        await phone.press(/^Weight and waist\./, 'link');
        await phone.see('Weight and waist');
        await phone.press(say('section.write'));
        await phone.choose('Yes, show them');
        await phone.press(say('do.save'));
        await phone.seeText('Yes, show them');
        await logReading(phone, 'Junie', 'height', '128');
        await logReading(phone, 'Junie', 'weight', '26');
        await goTo(phone, 'reading/=weight');
        await phone.seeText(/BMI 15\.9/);
        await phone.seeText(/growth chart/);
        phone.noComplaints();
    });
}
