// A family is more than one person: who is who, whose pages these are, who helps, and what they did together.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { addGoal, goTo, logOne, openSection, reopened, saved, seeFact } from './support/steps.mjs';
import { say } from './support/words.mjs';

const puddlefoots = {
    home: 'The Puddlefoots',
    name: 'Marnie',
    others: [{ name: 'Ned', relation: 'Dad' }, { name: 'Wilf', relation: 'Son', aged: 11 }, { name: 'Ottoline', relation: 'Daughter', aged: 16 }],
};
const listed = (phone, name) => phone.page.getByRole('list', { name, exact: true }).getByRole('listitem').allInnerTexts();

async function lookAt(phone, name) {
    await goTo(phone, 'today');
    await phone.press(new RegExp(say('ui.choose_whose')), 'link');
    await phone.see(say('people.whose_page'));
    await phone.press(name, 'link');
    await phone.see(new RegExp(name));
}

journey('a family of four in two homes keeps who is who, and whose reading and whose goal each is', puddlefoots, async (phone) => {
    await openSection(phone, 'Our homes');
    for (const [home, who] of [['Marnie’s', 'Wilf and Ottoline'], ['Ned’s', 'Wilf, every other week']]) {
        await phone.press(/^Write (the first one|another)$/);
        await phone.type('Whose home', home);
        await phone.type('Who lives there', who);
        await phone.press(say('do.save'));
        await phone.see('Our homes');
        await phone.seeText(who);
    }
    await logOne(phone, 'peak_flow', { about: 'Wilf', fields: { 'peak flow': '210' } });
    await addGoal(phone, 'Camp in the orchard');
    await goTo(phone, 'goals/=new');
    await phone.type(say('goal.question'), 'Sleep over at a friend’s');
    await phone.choose('Wilf');
    await phone.press(say('goal.save'));
    await phone.seeText(say('goal.added'));

    await reopened(phone, 'people');
    await phone.see(say('people.who_reads_what'));
    assert.deepEqual(await listed(phone, say('people.our_family')),
        ['Marnie. This is you.', 'Ned. Dad', 'Wilf. Son, 11 years old', 'Ottoline. Daughter, 16 years old']);
    await openSection(phone, 'Our homes');
    for (const words of ['Wilf and Ottoline', 'Wilf, every other week']) await phone.seeText(words);
    for (const [goal, whose] of [['Camp in the orchard', say('goal.everyones')], ['Sleep over at a friend’s', say('goal.whose_goal', { name: 'Wilf' })]]) {
        await goTo(phone, 'goals');
        await phone.press(new RegExp(`^${goal}`), 'link');
        await phone.see(new RegExp(goal));
        await phone.seeText(whose);
    }
    await goTo(phone, 'readings');
    await phone.choose('Wilf');
    await phone.found(phone.page.getByRole('link', { name: /^Peak flow/ }));
    await phone.choose('Ned');
    await phone.found(phone.heading(say('readings.none_title'), 2));
});

journey('a walk four people took is one event, on the pages of each of them', puddlefoots, async (phone) => {
    await lookAt(phone, 'Ned');
    await phone.press(say('kind.activity'));
    await phone.type(say('activity.question', { name: 'Ned' }), 'Walked to the mill');
    for (const name of ['Marnie', 'Wilf', 'Ottoline']) await phone.page.getByRole('checkbox', { name }).check();
    await phone.press(say('log.save'));
    await saved(phone);

    await reopened(phone);
    for (const name of ['Marnie', 'Ned', 'Wilf', 'Ottoline']) {
        await lookAt(phone, name);
        await goTo(phone, 'week');
        await phone.see(say('place.week'));
        await phone.choose(name);
        await phone.seeText('Walked to the mill');
        assert.equal(await phone.page.getByText('Walked to the mill').count(), 1, name);
    }
    await goTo(phone, 'day');
    await phone.found(phone.page.getByRole('link', { name: `Walked to the mill. ${say('people.everyone')}` }));
    assert.equal(await phone.page.getByText('Walked to the mill').count(), 1);
    await goTo(phone, 'today');
    await phone.seeText(say('week.good_days', {}, 1));
});

journey('who helps a boy of eleven is written down with what lets them, and what he and his sister of sixteen decide now', puddlefoots, async (phone) => {
    const asked = { Wilf: 'At 11: who may see what I write?', Ottoline: 'At 16: what is mine to decide now?' };
    for (const [name, question] of Object.entries(asked)) {
        await goTo(phone, 'care-plan');
        await phone.choose(name);
        await phone.press(new RegExp(`^${question.replace('?', '\\?')}`), 'link');
        await phone.type(question, `${name} decides about the diary`);
        await phone.press(say('do.save'));
        await phone.seeText(`${name} decides about the diary`);
    }
    await openSection(phone, 'Who helps, and who speaks for us');
    await phone.press(say('section.add_first'));
    await phone.type('Their name', 'Aunt Bettony');
    await phone.page.getByRole('group', { name: 'Who they help' }).getByRole('radio', { name: 'Wilf' }).click();
    await phone.page.getByRole('checkbox', { name: 'Appointments' }).check();
    await phone.choose('Together with them');
    await phone.type('What says so', 'A letter Ned and Marnie signed');
    await phone.press(say('do.save'));
    await phone.seeText('Aunt Bettony');
    await logOne(phone, 'note', { about: 'Wilf', fields: { 'What would Wilf like to remember?': 'Slept badly at the mill' } });

    await reopened(phone);
    await openSection(phone, 'Who helps, and who speaks for us');
    for (const words of ['Wilf', 'Appointments', 'Together with them', 'A letter Ned and Marnie signed']) await phone.seeText(words);
    for (const [name, question] of Object.entries(asked)) {
        await goTo(phone, 'care-plan');
        await phone.choose(name);
        await phone.press(/^Growing up\. [1-9]/, 'link');
        await phone.seeText(`${name} decides about the diary`);
        await goTo(phone, 'care-plan');
        await phone.see(say('care_plan.title'));
        assert.equal(await phone.page.getByRole('link', { name: question }).count(), 0);
    }
    // A mother's words about her son are his, and hers.
    await goTo(phone, 'timeline');
    await phone.choose('Wilf');
    await phone.press(/^Slept badly at the mill/, 'link');
    await seeFact(phone, say('entry.about'), 'Wilf');
    await seeFact(phone, say('entry.written_by'), 'Marnie');
});
