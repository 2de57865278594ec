// Goals in their own words: from where to where, how often is enough, and who has taken on what.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { addGoal, daysAgo, goTo, openSection, reopened, typeDay } from './support/steps.mjs';
import { say } from './support/words.mjs';

const wrenfields = { home: 'The Wrenfields', name: 'Odette', others: [{ name: 'Silas', relation: 'Husband' }] };
const rate = (phone, question, value) => phone.page.getByRole('group', { name: question }).getByRole('radio', { name: String(value), exact: true }).click();

async function openGoal(phone, words) {
    await goTo(phone, 'goals');
    await phone.press(new RegExp(`^${words}`), 'link');
    await phone.see(new RegExp(words));
}

journey('Silas says what he wants, from where and how much is enough, and in five steps of his own', wrenfields, async (phone) => {
    await goTo(phone, 'goals/=new');
    await phone.type(say('goal.question'), 'Get up the lighthouse');
    await phone.page.getByRole('group', { name: say('goal.whose') }).getByRole('radio', { name: 'Silas' }).click();
    await phone.type(say('goal.why'), 'We met up there');
    await rate(phone, say('goal.target'), 8);
    await rate(phone, say('goal.start_rating'), 2);
    await phone.press(say('goal.save'));
    await phone.seeText(say('goal.added'));
    await phone.press(say('goal.write_levels'), 'link');
    await phone.type(say('goal.level.0'), 'Only the car park');
    await phone.press(say('do.save'));
    await phone.seeText(say('problem.heading'));
    await phone.type(say('goal.level.2'), 'Half the stairs');
    await phone.type(say('goal.level.4'), 'The lamp room');
    await phone.press(say('do.save'));
    await phone.seeText(say('goal.levels_saved'));
    await rate(phone, say('goal.how_is_it_going'), 6);
    await phone.choose(/^Half the stairs/);
    await phone.press(say('goal.save_rating', { value: '6' }));
    await phone.seeText(say('goal.rated', { value: '6' }));

    await reopened(phone);
    await openGoal(phone, 'Get up the lighthouse');
    for (const words of [say('goal.whose_goal', { name: 'Silas' }), 'We met up there', say('goal.enough', { value: '8' })]) await phone.seeText(words);
    await phone.found(phone.heading(say('goal.from_to', { was: '2', month: say(`month.name.${new Date().getMonth() + 1}`), now: '6' }), 2));
    const levels = await phone.page.getByRole('list', { name: say('goal.levels') }).getByRole('listitem').allInnerTexts();
    assert.equal(levels.length, 3);
    assert.match(levels[1], new RegExp(`Half the stairs[^]*${say('goal.level_now')}`));
});

journey('who rings whom by when is written down, said yes to and done; what is not agreed on is written down too', wrenfields, async (phone) => {
    await addGoal(phone, 'Out of the house by nine');
    await takeOn(phone, 'Ring the ferry', 'Silas', daysAgo(-7));
    await takeOn(phone, 'Mend the gate', 'Odette', daysAgo(2));
    const step = (what) => phone.page.getByRole('list', { name: say('action.title') }).getByRole('listitem').filter({ hasText: what });
    await phone.found(step('Ring the ferry').filter({ hasText: say('action.not_agreed') }));
    await phone.press(`${say('action.accept')}, Ring the ferry`);
    await phone.found(step('Mend the gate').filter({ hasText: say('action.past_its_day') }));
    // Odette wrote hers down herself: that is her yes.
    await phone.press(`${say('action.finish')}, Mend the gate`);
    await openSection(phone, 'What we agreed');
    await phone.press(say('section.write'));
    await phone.type('Who agreed it', 'Odette and Silas');
    await phone.type('What we do not agree on', 'Whether nine is early');
    await phone.press(say('do.save'));
    await phone.seeText('Whether nine is early');

    await reopened(phone);
    await openGoal(phone, 'Out of the house by nine');
    await phone.found(step('Ring the ferry').filter({ hasText: 'Silas' }).filter({ hasText: say('action.accepted') }));
    await phone.found(step('Mend the gate').filter({ hasText: 'Odette' }).filter({ hasText: say('action.done') }));
    await phone.found(phone.page.getByRole('button', { name: `${say('action.again')}, Mend the gate` }));
    await openSection(phone, 'What we agreed');
    await phone.seeText('Whether nine is early');
});

journey('a walk on one day of the week is enough, a day that was a slip is taken back, and quiet weeks take nothing away', wrenfields, async (phone) => {
    await goTo(phone, 'goals/=new');
    await phone.type(say('goal.question'), 'Walk by the sea');
    await phone.type(say('goal.step'), 'To the bench');
    await phone.page.getByRole('group', { name: say('goal.days_a_week') }).getByRole('radio', { name: '1' }).click();
    await phone.press(say('goal.save'));
    await phone.press(say('goal.did_today'));
    await phone.seeText(say('goal.step_done'));
    await phone.page.getByRole('button', { name: say('do.undo') }).last().click();
    await phone.seeText(say('goal.some_of_days', { done: '0', days: '1' }));
    await phone.press(say('goal.did_today'));
    await phone.seeText(say('goal.some_of_days', { done: '1', days: '1' }));

    await reopened(phone, 'today', daysAgo(-21));
    await openGoal(phone, 'Walk by the sea');
    await phone.seeText(say('goal.some_of_days', { done: '0', days: '1' }));
    await phone.seeText(say('goal.weeks_kept', { kept: '1', weeks: '3' }));
    // The same as something to do less of: no more than so many days.
    await phone.press(say('goal.change_step'));
    await phone.page.getByRole('group', { name: say('goal.days_a_week') }).getByRole('radio', { name: '3' }).click();
    await phone.page.getByRole('checkbox', { name: say('goal.at_most') }).check();
    await phone.press(say('goal.save_step'));
    await phone.seeText(say('goal.no_more_than', { days: '3' }));

    await reopened(phone);
    await openGoal(phone, 'Walk by the sea');
    await phone.seeText(say('goal.no_more_than', { days: '3' }));
    await phone.seeText(say('goal.weeks_kept', { kept: '3', weeks: '3' }));
});

async function takeOn(phone, what, who, due) {
    await phone.press(say('action.add_one'));
    await phone.type(say('action.what'), what);
    await phone.page.getByRole('group', { name: say('action.who') }).getByRole('radio', { name: who }).click();
    await typeDay(phone, due, say('action.due'));
    await phone.press(say('action.add'));
    await phone.seeText(what);
}
