// From a family's phone to the link worker's screen and back: real browsers, a real relay, nothing else between them.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { aFamilyThatJoined, inviteFamily, openWorker, startClinic } from './support/clinic.mjs';
import { Phone } from './support/phone.mjs';
import { addGoal, allSent, goTo, joinClinic, logPeakFlow, startFamily, syncNow, writeNote } from './support/steps.mjs';
import { say } from './support/words.mjs';

// What a figure says to whoever does not see it, and the numbers under it.
async function figureOn(phone) {
    const title = await phone.page.locator('figcaption').first().textContent();
    await phone.press(say('ui.show_numbers'));
    await phone.found(phone.page.getByRole('table'));
    return { title, rows: await phone.page.getByRole('row').allTextContents() };
}

async function writeBack(worker, words) {
    await worker.type(say('messages.write_back'), words);
    await worker.press(say('messages.send'));
    await worker.found(worker.page.getByRole('list', { name: say('messages.title') }).getByText(words));
}

const toTheFamily = (worker) => worker.press(say('family.back'), 'link');

test('what a family logs is on the link worker’s screen, and their answers are on the family’s', async (t) => {
    const clinic = await startClinic(t);
    const phone = await Phone.open(t, clinic.site.address);
    await startFamily(phone);
    for (const value of ['320', '298', '310']) await logPeakFlow(phone, value);
    await writeNote(phone, 'Wheezy behind the boat shed');
    await addGoal(phone, 'Row to the island');
    await joinClinic(phone, await clinic.invite('The Thistlewicks'));
    await goTo(phone, 'goals');
    await phone.press(/^Row to the island/, 'link');
    await phone.press(say('goal.family_agrees'));
    await phone.seeText(say('goal.waiting_for_clinic'));
    await allSent(phone);

    const worker = await openWorker(t, clinic);
    await worker.seeText(say('caseload.goal_waits', { goal: 'Row to the island' }));
    await worker.press(/^The Thistlewicks/, 'link');
    await worker.see('The Thistlewicks');
    await worker.press(/^Peak flow, Amal/, 'link');
    await worker.see(/^3 readings/);
    const shown = await figureOn(worker);
    await goTo(phone, 'reading/=peak_flow');
    await phone.see(/^3 readings/);
    assert.deepEqual(shown, await figureOn(phone));

    await toTheFamily(worker);
    await writeBack(worker, 'Well rowed. See you on Tuesday.');
    await worker.press(/^Row to the island.*Waiting/, 'link');
    await worker.press(say('goal.clinic_agrees'));
    await worker.seeText(say('goal.agreed_by_both'));
    await writeBack(worker, 'We have a boat you can borrow.');
    await toTheFamily(worker);
    await worker.press(/Wheezy behind the boat shed/, 'link');
    await worker.see(/Wheezy behind the boat shed/);
    await writeBack(worker, 'Is the shed damp?');
    await allSent(worker);

    await syncNow(phone);
    await goTo(phone, 'messages');
    for (const words of ['Well rowed. See you on Tuesday.', 'We have a boat you can borrow.', 'Is the shed damp?']) await phone.seeText(words);
    await phone.seeText(say('messages.about', { what: 'Row to the island' }));
    await goTo(phone, 'goals');
    await phone.press(/^Row to the island/, 'link');
    await phone.seeText(say('goal.agreed_by_both'));
    await phone.seeText('We have a boat you can borrow.');
    phone.noComplaints();
    worker.noComplaints();
});

test('a family invited on the worker’s screen joins with that link, and shows up on the caseload by itself', async (t) => {
    const clinic = await startClinic(t);
    const worker = await openWorker(t, clinic);
    await worker.seeText(say('caseload.none_title'));
    const link = await inviteFamily(worker, 'Mrs Oakapple, Thursday');
    assert.ok(!decodeURIComponent(link).includes('Oakapple'), 'the note is not on the invite');
    const family = await aFamilyThatJoined(t, 'The Oakapples', 'Hester', link);
    await family('log', 'Hester', 'mood', '7');
    await family('sync');
    await allSent(worker);
    await goTo(worker, 'caseload');
    await worker.page.getByRole('link', { name: /^The Oakapples/ }).waitFor({ state: 'attached' });
    worker.noComplaints();
});
