// Two phones of one family write the same diary.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { startClinic } from './support/clinic.mjs';
import { Phone } from './support/phone.mjs';
import { allSent, goTo, joinClinic, lockFamily, logPeakFlow, open, startFamily, syncNow, writeNote } from './support/steps.mjs';
import { say } from './support/words.mjs';

const code = /^([0-9A-Z]{4,5}[- ]){3,4}[0-9A-Z]{4,5}$/;
const wordsOf = async (phone) => {
    await phone.see(say('phone.words_title'));
    return phone.page.getByRole('region', { name: say('phone.words') }).getByRole('paragraph').textContent();
};

async function addPhone(phone, other) {
    await other.press(new RegExp(`^${say('start.phone')}\\.`), 'link');
    await other.press(say('phone.show_code'));
    await other.see(say('phone.code_title'));
    const shown = (await other.page.getByText(code).first().textContent()).trim();
    await goTo(phone, 'people');
    await phone.press(say('people.add_phone'));
    await phone.type(say('phone.their_code'), shown);
    await phone.press(say('do.continue'));
    assert.equal(await wordsOf(phone), await wordsOf(other));
    await phone.press(say('phone.same'));
    await phone.seeText(say('phone.added'));
    await other.press(say('phone.same'));
    await lockFamily(other);
}

test('a second phone is let in by its code, both write, and each sees what the other wrote', async (t) => {
    const clinic = await startClinic(t);
    const first = await Phone.open(t, clinic.site.address);
    await startFamily(first);
    await logPeakFlow(first, '320');
    await joinClinic(first, await clinic.invite('The Thistlewicks'));
    await allSent(first);

    const second = await Phone.open(t, clinic.site.address);
    await addPhone(first, second);
    await syncNow(second);
    await goTo(second, 'people');
    await second.page.getByRole('list', { name: say('people.our_family') }).getByText('Amal').waitFor();
    await goTo(second, 'readings');
    await second.seeText('320');

    await logPeakFlow(second, '290');
    await writeNote(first, 'Slept at the lighthouse');
    for (const phone of [first, second, first]) await allSent(phone);
    await goTo(first, 'reading/=peak_flow');
    for (const value of ['290', '320']) await first.seeText(value);
    await second.restart();
    await open(second);
    await goTo(second, 'today');
    await second.see(/Amal/);
    await goTo(second, 'people');
    await second.page.getByRole('list', { name: say('sync.phones') }).getByText(say('people.this_phone')).waitFor({ state: 'attached' });
    assert.equal(await second.page.getByRole('list', { name: say('sync.phones') }).getByRole('listitem').count(), 2);

    await clinic.command('sync');
    assert.equal((await clinic.command('caseload')).families[0].entries, 3);
    first.noComplaints();
    second.noComplaints();
});
