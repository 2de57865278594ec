// The care plan in a real browser: written without a network, read again, shared page by page, and answered by a link worker.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assertAccessible } from './support/axe.mjs';
import { Phone } from './support/phone.mjs';
import { inviteFamily, openWorker, startClinic } from './support/clinic.mjs';
import { goTo, joinClinic, startFamily, syncNow } from './support/steps.mjs';
import { say } from './support/words.mjs';
import { startSite } from './support/world.mjs';

async function openSection(phone, title) {
    await goTo(phone, 'care-plan');
    await phone.press(new RegExp(`^${title}\\.`), 'link');
    await phone.see(title);
}

for (const query of ['', '?plain']) {
    test(`a mother writes about her week without a network, and finds it again${query && ', on the plain page'}`, async (t) => {
        const site = await startSite(t);
        const phone = await Phone.open(t, site.address, { query });
        await startFamily(phone);
        await goTo(phone, 'care-plan');
        await phone.page.getByRole('link', { name: /^About me\./ }).waitFor({ state: 'attached' });
        await phone.context.setOffline(true);
        await openSection(phone, 'About me');
        await phone.press(say('section.write'));
        await phone.type('What is most important to me', 'The allotment');
        await phone.press(say('do.save'));
        await phone.seeText('The allotment');
        await assertAccessible(phone.page);

        // Drawn on where it is asked for again: told once.
        await openSection(phone, 'Hospital passport');
        await phone.seeText('The allotment');
        await phone.seeText(say('section.drawn', { section: 'About me' }));

        // An entry of its own, with a day that is none first.
        await openSection(phone, 'Services we used');
        await phone.press(say('section.add_first'));
        await phone.press(say('do.save'));
        await phone.seeText(say('section.needed'));
        await phone.type('What was it about?', 'A wheezy night');
        await phone.choose('A&E');
        await phone.type('Day', '31');
        await phone.type('Month', '2');
        await phone.type('Year', '2026');
        await phone.press(say('do.save'));
        await phone.seeText(say('when.not_a_day'));
        await phone.type('Month', '3');
        await phone.press(say('do.save'));
        await phone.seeText('A wheezy night');
        await phone.seeText(/31 March 2026/);
        await assertAccessible(phone.page);

        // Wishes stand behind a door of their own.
        await openSection(phone, 'Wishes for the end of life');
        await phone.seeText(say('section.door'));
        assert.equal(await phone.page.getByText(say('section.write')).count(), 0);
        await phone.press(say('section.open_door'));
        await phone.page.getByRole('button', { name: say('section.write') }).waitFor({ state: 'attached' });
        phone.noComplaints();
    });
}

test('a page is shared by its own switch, and a worker judges a visit beside the family', async (t) => {
    const clinic = await startClinic(t);
    const worker = await openWorker(t, clinic);
    const phone = await Phone.open(t, clinic.site.address);
    await startFamily(phone);
    await joinClinic(phone, await inviteFamily(worker, 'The Thistlewicks'));
    await openSection(phone, 'Services we used');
    await phone.press(say('section.add_first'));
    await phone.type('What was it about?', 'A wheezy night');
    await phone.choose('A&E');
    await phone.type('Day', '3');
    await phone.type('Month', '3');
    await phone.type('Year', '2026');
    await phone.press(say('do.save'));
    await phone.seeText('A wheezy night');
    await phone.page.getByRole('checkbox').last().check();
    await phone.seeText(say('section.shared'));
    await syncNow(phone);
    await syncNow(worker);
    await goTo(worker, 'caseload');
    await worker.press(/^The Thistlewicks/, 'link');
    await worker.press(new RegExp(`^${say('care_plan.title')}`), 'link');
    await worker.press(/^Services we used\./, 'link');
    await worker.press(new RegExp(`^${say('section.add_ours')}`));
    await worker.choose('Maybe');
    await worker.press(say('do.save'));
    await worker.seeText(say('section.worker_says', { question: 'Could it have been avoided, we think?' }));
    await syncNow(worker);
    await syncNow(phone);
    await openSection(phone, 'Services we used');
    await phone.seeText(say('section.worker_says', { question: 'Could it have been avoided, we think?' }));
    phone.noComplaints();
    worker.noComplaints();
});
