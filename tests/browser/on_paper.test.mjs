// What is printed is the page that is looked at: the week for the fridge, a page of the plan for a ward.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { goTo, logOne, openSection } from './support/steps.mjs';
import { say } from './support/words.mjs';

async function printed(phone, button) {
    await phone.page.evaluate(() => {
        globalThis.papers = 0;
        globalThis.print = () => { ++globalThis.papers; };
    });
    await phone.press(button);
    await phone.page.waitForFunction(() => globalThis.papers === 1);
    await phone.page.emulateMedia({ media: 'print' });
}

journey('a week goes on the fridge and a page of the plan into the bag', { home: 'The Marchbanks', name: 'Lettice' }, async (phone) => {
    await logOne(phone, 'activity', { fields: { [say('activity.question', { name: 'Lettice' })]: 'Saw the heron' } });
    await goTo(phone, 'week');
    await phone.see(say('place.week'));
    await printed(phone, say('week.print'));
    assert.ok(await phone.page.getByText('Saw the heron').first().isVisible());
    await phone.page.emulateMedia({ media: 'screen' });
    await openSection(phone, 'Hospital passport');
    await phone.press(say('section.write'));
    await phone.type('How I show that it hurts', 'I go quiet');
    await phone.press(say('do.save'));
    await phone.seeText('I go quiet');
    await printed(phone, say('section.print'));
    assert.ok(await phone.page.getByText('I go quiet').first().isVisible());
    await phone.page.emulateMedia({ media: 'screen' });
});
