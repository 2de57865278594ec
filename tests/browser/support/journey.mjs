// Journeys of an invented family that has no network once the app is there: drawn first, then as a Plain page. A family
// settles in once and goes on all of a file's journeys in their order, as families do; each loads the page anew.

import { test } from 'node:test';

import { Phone } from './phone.mjs';
import { addPerson, networkOff, startFamily } from './steps.mjs';
import { startSite } from './world.mjs';

export const bothWays = [{ query: '', told: '' }, { query: '?plain', told: ', on the plain page' }];

const journeysOf = new Map();

// {home, name, others, size}: what they call themselves, who writes, who else lives there, as addPerson has it, and what
// they hold in their hands.
async function settledIn(t, { others = [], size = 'phone', ...family }, query) {
    const site = await startSite(t);
    const phone = await Phone.open(t, site.address, { query, size, deviceScaleFactor: 1 });
    await startFamily(phone, family);
    for (const person of others) await addPerson(phone, person);
    await networkOff(phone);
    return phone;
}

export function journey(sentence, family, walk) {
    if (journeysOf.has(family)) return journeysOf.get(family).push({ sentence, walk });
    journeysOf.set(family, [{ sentence, walk }]);
    for (const { query, told } of bothWays)
        test(family.home + told, async (t) => {
            const phone = await settledIn(t, family, query);
            for (const each of journeysOf.get(family))
                await t.test(each.sentence + told, async () => {
                    await each.walk(phone);
                    phone.noComplaints();
                });
        });
}
