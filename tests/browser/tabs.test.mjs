// One tab writes. Another may look, or ask to take over.

import { test } from 'node:test';

import { Phone } from './support/phone.mjs';
import { say } from './support/words.mjs';
import { startSite } from './support/world.mjs';

test('a second tab says where the first is, takes over when asked, and the first stands back', async (t) => {
    const { address } = await startSite(t);
    const phone = await Phone.open(t, address);
    await phone.see(say('start.title'));

    const second = await phone.anotherTab();
    await second.getByRole('heading', { name: say('elsewhere.title') }).waitFor({ state: 'attached' });
    await second.getByRole('button', { name: say('elsewhere.use_here') }).click();
    await second.getByRole('heading', { name: say('start.title') }).waitFor({ state: 'attached' });

    await phone.page.bringToFront();
    await phone.see(say('elsewhere.title'));
    phone.noComplaints();
});
