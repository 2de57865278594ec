// What a family lives with: what others with the same keep an eye on, how often that is asked, and what their own plan says.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { dayWords, daysAgo, goTo, logOne, reopened } from './support/steps.mjs';
import { say } from './support/words.mjs';

const sedgewicks = { home: 'The Sedgewicks', name: 'Barnaby', others: [{ name: 'Clover', relation: 'Daughter', aged: 10 }] };

async function livesWith(phone, name, conditions) {
    for (const [what, nearest] of Object.entries(conditions)) {
        await goTo(phone, 'care-plan');
        await phone.choose(name);
        await phone.press(/^Conditions\./, 'link');
        await phone.press(/^Write (the first one|another)$/);
        await phone.type('What it is called', what);
        await phone.choose(nearest);
        await phone.press(say('do.save'));
        await phone.see('Conditions');
        await phone.seeText(what);
    }
}

async function keepAnEyeOn(phone, name) {
    await goTo(phone, 'watching');
    await phone.see(say('watching.title'));
    await phone.choose(name);
    return (what) => phone.page.getByRole('checkbox', { name: what });
}

async function answerTwo(phone, title) {
    await phone.press(new RegExp(`^${title}`), 'link');
    await phone.press(say('question.begin'));
    for (let item = 1; item <= 2; ++item) {
        await phone.seeText(new RegExp(`^${say('question.of', { at: String(item), of: '2' })}`));
        await phone.choose('Not at all');
        await phone.press(say('do.continue'));
    }
    await phone.seeText(say('question.saved'));
}

journey('two conditions ask for one weight, never a child’s; what is taken up is on Today and costs its minutes', sedgewicks, async (phone) => {
    await livesWith(phone, 'Barnaby', { 'Sugar': 'Diabetes', 'My heart': 'Heart and blood vessels' });
    await livesWith(phone, 'Clover', { 'Growing out of things': 'Weight' });
    let ask = await keepAnEyeOn(phone, 'Clover');
    await phone.found(ask('Steps'));
    for (const left of ['Weight', 'Waist']) assert.equal(await ask(left).count(), 0, left);
    ask = await keepAnEyeOn(phone, 'Barnaby');
    await phone.found(ask('Weight'));
    assert.equal(await ask('Weight').count(), 1);
    const costs = (minutes) => phone.found(phone.page.getByRole('progressbar', { name: say('watching.minutes', { most: '30' }, minutes) }));
    await costs(1);
    await ask('Blood pressure').check();
    await costs(15);

    await reopened(phone);
    await phone.found(phone.page.getByRole('button', { name: `${say('today.log_it')}, Blood pressure` }));
    ask = await keepAnEyeOn(phone, 'Barnaby');
    await phone.found(ask('Blood pressure'));
    assert.ok(await ask('Blood pressure').isChecked());
    await costs(15);
});

journey('Clover’s own asthma plan says what was agreed in green, amber and red, and Help has it one press away', sedgewicks, async (phone) => {
    await livesWith(phone, 'Clover', { Wheeze: 'Asthma' });
    await goTo(phone, 'care-plan');
    await phone.choose('Clover');
    await phone.press(/^My asthma plan\./, 'link');
    await phone.press(say('section.write'));
    await phone.type('When it is going well: what we agreed to do', 'Brown inhaler morning and night');
    await phone.type('When it is getting worse: signs', 'Coughing at night');
    await phone.type('When it is an emergency: what we agreed to do', 'Ten puffs of the blue one and call 999');
    await phone.press(say('do.save'));
    await phone.seeText('Coughing at night');

    await reopened(phone);
    await phone.press(say('place.help'), 'link');
    await phone.see(say('help.title'));
    await phone.press('My asthma plan. Clover', 'link');
    await phone.see('My asthma plan');
    const zones = { green: 'Brown inhaler morning and night', amber: 'Coughing at night', red: 'Ten puffs of the blue one and call 999' };
    for (const [zone, words] of Object.entries(zones)) {
        await phone.seeText(new RegExp(`^${say(`zone.${zone}`)}\\. When it is`));
        await phone.seeText(words);
    }
});

journey('two questions come round again after twelve weeks, and a day later for each day Barnaby was ill', sedgewicks, async (phone) => {
    const form = (when) => phone.page.getByRole('link', { name: `Low mood, 2 questions (PHQ-2). ${when}` });
    const next = (days, today = new Date()) => form(say('watching.next', { day: dayWords(daysAgo(-days), today) }));
    await keepAnEyeOn(phone, 'Barnaby');
    await phone.found(form(say('watching.due')));
    await answerTwo(phone, 'Low mood, 2 questions');
    await keepAnEyeOn(phone, 'Barnaby');
    await phone.found(next(84));

    await reopened(phone, 'today', daysAgo(-5));
    await logOne(phone, 'rest', { about: 'Barnaby', choices: [say('rest.ill')] });
    await keepAnEyeOn(phone, 'Barnaby');
    await phone.found(next(85, daysAgo(-5)));
    await reopened(phone, 'today', daysAgo(-80));
    await keepAnEyeOn(phone, 'Barnaby');
    await phone.found(form(say('watching.due')));
});
