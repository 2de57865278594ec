// An invite is for one family, once, and says so in words to everybody after.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { startClinic } from './support/clinic.mjs';
import { Phone } from './support/phone.mjs';
import { followInvite, goTo, joinClinic, makeFamily, shareEverything, startFamily } from './support/steps.mjs';
import { say } from './support/words.mjs';

async function aFamily(t, { site }, home) {
    const phone = await Phone.open(t, site.address);
    await startFamily(phone, { home, name: 'Amal' });
    return phone;
}

test('an invite that was used is refused in words, by its link or typed, and nothing of the second family leaves', async (t) => {
    const clinic = await startClinic(t);
    const link = await clinic.invite('The Thistlewicks');
    const first = await aFamily(t, clinic, 'The Thistlewicks');
    await joinClinic(first, link);

    const second = await aFamily(t, clinic, 'The Oakapples');
    await followInvite(second, link);
    await shareEverything(second);
    await second.press(say('join.join'));
    await second.seeText(say('join.used'));
    await goTo(second, 'sync');
    await second.seeText(say('sync.alone_title'));
    first.noComplaints();
    // The browser itself mentions that the relay said no.
    assert.deepEqual(second.complaints.filter((text) => !/status of 409/.test(text)), []);
});

test('a link tapped before there is a diary leads through making one to the same invite', async (t) => {
    const clinic = await startClinic(t);
    const phone = await Phone.open(t, clinic.site.address);
    await phone.see(say('start.title'));
    await followInvite(phone, await clinic.invite('The Thistlewicks'));
    await phone.press(say('join.make_family'));
    await makeFamily(phone);
    await phone.see(say('join.choose_title'));
    await shareEverything(phone);
    await phone.press(say('join.join'));
    await phone.seeText(say('join.joined'));
    phone.noComplaints();
});

test('what is no invite, or lost a letter on the way, is told apart', async (t) => {
    const clinic = await startClinic(t);
    const phone = await aFamily(t, clinic, 'The Thistlewicks');
    const tries = async (typed, key) => {
        await goTo(phone, 'join');
        await phone.type(say('join.code'), typed);
        await phone.press(say('do.continue'));
        await phone.seeText(say(key));
    };
    await tries('come on in', 'join.not_an_invite');
    const link = await clinic.invite('The Thistlewicks');
    await tries(link.slice(0, -1) + (link.endsWith('A') ? 'B' : 'A'), 'join.mistyped');
    phone.noComplaints();
});
