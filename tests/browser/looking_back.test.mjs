// What became of it: a figure says so in a sentence and has its numbers one press away; a week has everybody's row.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { daysAgo, goTo, logOne, openSection, reopened, typeDay } from './support/steps.mjs';
import { say } from './support/words.mjs';

const hollybrooks = {
    home: 'The Hollybrooks',
    name: 'Perpetua',
    others: [{ name: 'Amos', relation: 'Dad' }, { name: 'Fern', relation: 'Daughter', aged: 8 }],
};

journey('Fern’s blowing is a sentence and a figure, and its numbers are one press away', hollybrooks, async (phone) => {
    for (const [value, ago] of [['190', 6], ['230', 3], ['210', 0]])
        await logOne(phone, 'peak_flow', { about: 'Fern', fields: { 'peak flow': value }, day: ago > 0 ? daysAgo(ago) : null });
    await goTo(phone, 'care-plan');
    await phone.choose('Fern');
    await phone.press(/^Ranges to aim for\./, 'link');
    await phone.press(say('section.add_first'));
    await phone.choose('Peak flow');
    await phone.type('From', '200');
    await phone.type('To', '260');
    await phone.press(say('do.save'));
    await phone.seeText('260');

    await reopened(phone);
    await goTo(phone, 'readings');
    await phone.choose('Fern');
    await phone.press(/^Peak flow\b/, 'link');
    await phone.see(say('figure.count_range', { lowest: '190', highest: '230' }, 3));
    const figure = phone.page.getByRole('figure');
    await phone.found(figure.filter({ hasText: say('figure.aim', { lowest: '200', highest: '260' }) }));
    assert.equal(await phone.page.getByRole('table').count(), 0);
    await phone.press(say('ui.show_numbers'));
    await phone.found(phone.page.getByRole('table'));
    const rows = await phone.page.getByRole('row').allInnerTexts();
    assert.deepEqual(rows.slice(1).map((row) => row.match(/\b(190|210|230)\b/)?.[0]), ['210', '230', '190']);
    await phone.press(say('ui.hide_numbers'));
    await phone.page.getByRole('table').waitFor({ state: 'detached' });
});

journey('what else happened to Fern is numbered on the axis, told under it and stands with the numbers', hollybrooks, async (phone) => {
    await openSection(phone, 'Services we used');
    await phone.press(say('section.add_first'));
    await phone.type('What was it about?', 'Could not catch her breath');
    await phone.choose('Fern');
    await phone.choose('A&E');
    await typeDay(phone, daysAgo(4));
    await phone.press(say('do.save'));
    await phone.seeText('Could not catch her breath');
    await logOne(phone, 'rest', { about: 'Fern', choices: [say('rest.ill')], day: daysAgo(2) });

    await reopened(phone);
    await goTo(phone, 'readings');
    await phone.choose('Fern');
    await phone.press(/^Peak flow\b/, 'link');
    const whatElse = phone.page.getByRole('heading', { name: say('ui.what_else') });
    await phone.found(whatElse);
    const told = await phone.page.getByRole('list', { name: say('ui.what_else') }).getByRole('listitem').allInnerTexts();
    const breathless = say('happened.entry', { kind: 'A&E', what: 'Could not catch her breath' });
    assert.equal(told.length, 2);
    assert.ok(told[0].includes(`1. ${say('rest.ill')}`) && told[1].includes(`2. ${breathless}`), told.join('; '));
    await phone.press(say('ui.show_numbers'));
    await phone.found(phone.page.getByRole('cell', { name: breathless }));
    await phone.press(say('ui.hide_numbers'));
    // Nobody else's figure has it.
    for (const ago of [5, 3, 1]) await logOne(phone, 'peak_flow', { about: 'Amos', fields: { 'peak flow': '500' }, day: daysAgo(ago) });
    await goTo(phone, 'readings');
    await phone.choose('Amos');
    await phone.press(/^Peak flow\b/, 'link');
    await phone.see(say('figure.count_range', { lowest: '500', highest: '500' }, 3));
    assert.equal(await whatElse.count(), 0);
});

async function plan(phone, what, whom) {
    await goTo(phone, 'week');
    await phone.press(say('week.add'));
    await phone.type(say('plan.what'), what);
    for (const name of whom) await phone.page.getByRole('checkbox', { name }).check();
    await phone.press(say('plan.add'));
    await phone.seeText(say('plan.added'));
}

journey('the week has a row for each and one for all, and on one column a face for each', { ...hollybrooks, size: 'wide' }, async (phone) => {
    await plan(phone, 'Gran visits', []);
    await plan(phone, 'Swim', ['Fern', 'Amos']);
    await logOne(phone, 'activity', { about: 'Perpetua', fields: { [say('activity.question', { name: 'Perpetua' })]: 'Dug the beans' } });
    await reopened(phone, 'week');
    await phone.see(say('place.week'));
    if (!phone.address.includes('plain')) {
        const rows = await phone.page.getByRole('table').getByRole('row').evaluateAll((all) =>
            all.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
        assert.equal(rows[0].length, 8);
        const today = (new Date().getDay() + 6) % 7 + 1;
        assert.deepEqual(rows.slice(1).map((row) => row[0]), [say('people.everyone'), 'Perpetua', 'Amos', 'Fern']);
        assert.deepEqual(rows.slice(1).map((row) => row[today].match(/Gran visits|Dug the beans|Swim/)?.[0]), ['Gran visits', 'Dug the beans', 'Swim', 'Swim']);
    } else {
        // On one column, a face at a time.
        for (const [name, sees] of [['Amos', ['Gran visits', 'Swim']], ['Perpetua', ['Gran visits', 'Dug the beans']]]) {
            await phone.choose(name);
            for (const what of sees) await phone.seeText(what);
        }
        assert.equal(await phone.page.getByText('Swim').count(), 0);
    }
});
