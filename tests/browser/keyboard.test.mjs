// From the first page to a saved reading without a mouse or a finger.

import { test } from 'node:test';

import { pressKey, tabTo, typeInto } from './support/keyboard.mjs';
import { Phone } from './support/phone.mjs';
import { askedGroup, passphrase, recoveryGroups, saved } from './support/steps.mjs';
import { say } from './support/words.mjs';
import { startSite } from './support/world.mjs';

for (const [mode, query] of [['drawn', ''], ['plain', '?plain']])
    test(`with the keyboard alone, from the first page to a saved reading (${mode})`, async (t) => {
        const { address } = await startSite(t);
        const phone = await Phone.open(t, address, { size: 'wide', query });
        const { page } = phone;
        await tabTo(page, new RegExp(`^${say('start.family')}`));
        await pressKey(page, 'Enter');
        await phone.see(say('create.who_title'));
        await typeInto(page, say('create.home'), 'The Thistlewicks');
        await typeInto(page, say('create.name'), 'Amal');
        await pressKey(page, 'Enter');
        for (const title of ['create.look_title', 'create.promise_title']) {
            await phone.see(say(title));
            await tabTo(page, say('do.continue'));
            await pressKey(page, 'Enter');
        }
        await phone.see(say('create.lock_title'));
        await tabTo(page, say('create.own_words'));
        await pressKey(page, 'Space');
        await typeInto(page, say('create.own_label'), passphrase);
        await typeInto(page, say('create.own_again'), passphrase);
        await tabTo(page, say('create.make'));
        await pressKey(page, 'Enter');
        await phone.heading(say('recovery.title')).waitFor({ state: 'attached', timeout: 90_000 });
        const groups = await recoveryGroups(phone);
        await tabTo(page, say('recovery.written'));
        await pressKey(page, 'Enter');
        await phone.see(say('recovery.ask_title'));
        for (const field of await page.getByRole('textbox').all()) {
            const asked = await askedGroup(field);
            await typeInto(page, say('recovery.group', { number: asked + 1 }), groups[asked]);
        }
        await pressKey(page, 'Enter');
        await phone.see(/Amal/);

        await tabTo(page, say('place.log'));
        await pressKey(page, 'Enter');
        await phone.see(say('log.title'));
        await tabTo(page, new RegExp(`^${say('measure.name.peak_flow')}`));
        await pressKey(page, 'Enter');
        // A reading nobody could have: the problem is told, and the way back to the field is one press.
        await typeInto(page, /peak flow/, '9999');
        await tabTo(page, say('log.save_reading'));
        await pressKey(page, 'Space');
        await phone.seeText(/^Enter a reading between/);
        await tabTo(page, /^Enter a reading between/);
        await pressKey(page, 'Enter');
        await page.keyboard.press('ControlOrMeta+a');
        await page.keyboard.type('320');
        await pressKey(page, 'Enter');
        await saved(phone);
        phone.noComplaints();
    });
