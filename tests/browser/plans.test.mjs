// The plan told once and used wherever it is needed; and what to do if things change, two presses away on the worst of days.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { daysAgo, goTo, openSection, reopened, typeDay } from './support/steps.mjs';
import { say } from './support/words.mjs';

const merryweathers = { home: 'The Merryweathers', name: 'Constance' };

// One of a section's things, or its page.
async function write(phone, section, fields, chosen = []) {
    await openSection(phone, section);
    await phone.press(/^Write (this|the first one|another)$/);
    for (const [label, text] of Object.entries(fields)) await phone.type(label, text);
    for (const name of chosen) await phone.choose(name);
    await phone.press(say('do.save'));
    await phone.seeText(Object.values(fields)[0]);
}

journey('Constance’s plan is written once: her story is in the hospital passport too, and it says who reads it', merryweathers, async (phone) => {
    const stroke = { 'What happened': 'A stroke in the garden', 'How it was, in your own words': 'The kettle was still on' };
    await write(phone, 'My story', stroke, ['Anyone who helps us']);
    await write(phone, 'My story', { 'What happened': 'The year we do not speak of' }, ['Nobody but us']);
    await write(phone, 'Needs, worries and hopes', { 'What is it?': 'To bake again' }, ['A hope', /^9/]);
    await openSection(phone, 'What we agreed');
    await phone.press(say('section.write'));
    await phone.type('What matters most', 'My own kitchen');
    await typeDay(phone, daysAgo(-30), 'When to look at it again');
    await phone.press(say('do.save'));
    await phone.seeText('My own kitchen');

    await reopened(phone);
    await openSection(phone, 'Hospital passport');
    await phone.seeText(/A stroke in the garden/);
    await phone.seeText(say('section.drawn', { section: 'My story' }));
    assert.equal(await phone.page.getByText('The year we do not speak of').count(), 0);
    await phone.seeText(say('section.only_us'));
    await openSection(phone, 'Needs, worries and hopes');
    for (const words of ['To bake again', 'A hope', '9 out of 10']) await phone.seeText(words);
    await openSection(phone, 'What we agreed');
    const review = daysAgo(-30);
    await phone.seeText(`${review.getDate()} ${say(`month.name.${review.getMonth() + 1}`)} ${review.getFullYear()}`);
    await phone.seeText(new RegExp(`^${say('section.by', { name: 'Constance', day: say('day.today') })}`));
});

journey('who steps in if Constance is taken ill is two presses away, and her wishes are behind a door of their own', merryweathers, async (phone) => {
    await write(phone, 'If whoever cares is taken ill', { 'Who steps in': 'Cousin Ferris', 'Their number': '07700 900461', 'Keys': 'Under the blue pot' });
    for (const wish of ['At home', 'A hospice']) {
        await openSection(phone, 'Wishes for the end of life');
        const door = phone.page.getByRole('button', { name: say('section.open_door') });
        if (await door.count() > 0) await door.click();
        await phone.press(new RegExp(`^(${say('section.write')}|${say('section.change')})$`));
        await phone.page.getByRole('group', { name: 'Where I would like to be cared for' }).getByRole('radio', { name: wish }).click();
        await phone.press(say('do.save'));
        await phone.seeText(wish);
    }

    await reopened(phone);
    await phone.press(say('place.help'), 'link');
    await phone.press(`If whoever cares is taken ill. ${say('people.everyone')}`, 'link');
    await phone.see('If whoever cares is taken ill');
    for (const words of ['Cousin Ferris', '07700 900461', 'Under the blue pot']) await phone.seeText(words);
    // The wishes are behind their door again, and on no list that is a press away.
    await goTo(phone, 'help');
    assert.equal(await phone.page.getByText(/Wishes/).count(), 0);
    await openSection(phone, 'Wishes for the end of life');
    assert.equal(await phone.page.getByText('A hospice').count(), 0);
    await phone.press(say('section.open_door'));
    await phone.seeText('A hospice');
    await phone.seeText(say('section.by', { name: 'Constance', day: say('day.today') }));
});
