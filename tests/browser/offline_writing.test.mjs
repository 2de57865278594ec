// With no network, or no relay, everything can still be written; it goes when it can, by itself or when asked to.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { startClinic } from './support/clinic.mjs';
import { Phone } from './support/phone.mjs';
import { addGoal, allSent, goTo, joinClinic, logPeakFlow, open, startFamily, syncNow, writeNote } from './support/steps.mjs';
import { say } from './support/words.mjs';

async function aSharingFamily(t) {
    const clinic = await startClinic(t);
    const phone = await Phone.open(t, clinic.site.address);
    await startFamily(phone);
    await joinClinic(phone, await clinic.invite('The Thistlewicks'));
    await allSent(phone);
    const atTheClinic = async () => {
        await clinic.command('sync');
        return (await clinic.command('caseload')).families[0];
    };
    return { clinic, phone, atTheClinic };
}

const seeAllSent = (phone) => phone.page.getByText(say('status.all_sent')).first().waitFor({ state: 'attached' });

test('what is written with the network off waits, outlives the browser, and goes by itself when the network is back', async (t) => {
    const { phone, atTheClinic } = await aSharingFamily(t);
    await phone.page.evaluate(() => navigator.serviceWorker.ready);
    await phone.context.setOffline(true);
    await logPeakFlow(phone, '320');
    await phone.seeText(say('status.waiting_offline', {}, 1));
    await writeNote(phone, 'No signal in the boat shed');
    await addGoal(phone, 'Row to the island');
    await goTo(phone, 'today');
    await phone.seeText(say('status.waiting_offline', {}, 3));

    await phone.page.reload();
    await phone.ready();
    await open(phone);
    await goTo(phone, 'today');
    await phone.seeText(say('status.waiting_offline', {}, 3));
    await goTo(phone, 'readings');
    await phone.seeText('320');
    assert.equal((await atTheClinic()).entries, 0);

    await phone.context.setOffline(false);
    await goTo(phone, 'today');
    await seeAllSent(phone);
    assert.equal((await atTheClinic()).entries, 2);
    phone.noComplaints();
});

test('with the relay away Sync now says so and loses nothing, and sends once the relay is back', async (t) => {
    const { clinic, phone, atTheClinic } = await aSharingFamily(t);
    await clinic.relay.stop();
    await logPeakFlow(phone, '298');
    await syncNow(phone);
    await phone.seeText(say('sync.waiting', {}, 1));
    await goTo(phone, 'today');
    await phone.seeText(say('status.waiting_offline', {}, 1));
    await clinic.relay.start();
    await syncNow(phone);
    await phone.seeText(say('sync.none_waiting'));
    assert.equal((await atTheClinic()).entries, 1);
    phone.noComplaints();
});
