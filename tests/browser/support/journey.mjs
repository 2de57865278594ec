// A journey of an invented family that has no network once the app is there: drawn first, then as a Plain page.

import { test } from 'node:test';

import { Phone } from './phone.mjs';
import { addPerson, networkOff, startFamily } from './steps.mjs';
import { startSite } from './world.mjs';

export const bothWays = [{ query: '', told: '' }, { query: '?plain', told: ', on the plain page' }];

// `family` is {home, name, others}: what they call themselves, who writes, and who else lives there, as addPerson has it.
// `size` is the browser's.
export function journey(sentence, { others = [], size = 'phone', ...family }, walk) {
    for (const { query, told } of bothWays)
        test(sentence + told, async (t) => {
            const site = await startSite(t);
            const phone = await Phone.open(t, site.address, { query, size, deviceScaleFactor: 1 });
            await startFamily(phone, family);
            for (const person of others) await addPerson(phone, person);
            await networkOff(phone);
            await walk(phone);
            phone.noComplaints();
        });
}
