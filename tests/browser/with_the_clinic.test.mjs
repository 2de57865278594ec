// A family and its link worker: a word about one reading and how soon it is answered; how they came to meet; and whether
// the family decided what mattered.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { inviteFamily, openWorker, startClinic } from './support/clinic.mjs';
import { bothWays } from './support/journey.mjs';
import { Phone } from './support/phone.mjs';
import { addGoal, allSent, daysAgo, goTo, joinClinic, logPeakFlow, openSection, reopened, startFamily, syncNow, typeDay } from './support/steps.mjs';
import { say } from './support/words.mjs';

async function met(t, query) {
    const clinic = await startClinic(t);
    const worker = await openWorker(t, clinic, { query: `?profile=worker${query.replace('?', '&')}` });
    const phone = await Phone.open(t, clinic.site.address, { query, deviceScaleFactor: 1 });
    await startFamily(phone, { home: 'The Tillingtons', name: 'Effie' });
    await joinClinic(phone, await inviteFamily(worker, 'The Tillingtons'));
    await syncNow(phone);
    await syncNow(worker);
    return { worker, phone };
}

async function toFamily(worker) {
    await goTo(worker, 'caseload');
    await worker.press(/^The Tillingtons/, 'link');
    await worker.see('The Tillingtons');
}

// A page the worker writes, and what is on it once it is saved.
async function workerWrites(worker, section, begin, { fields = {}, choices = [], day = null, seen }) {
    await toFamily(worker);
    await worker.press(new RegExp(`^${say('care_plan.title')}`), 'link');
    await worker.press(new RegExp(`^${section}\\.`), 'link');
    await worker.press(begin);
    for (const [label, text] of Object.entries(fields)) await worker.type(label, text);
    for (const name of choices) await worker.choose(name);
    if (day) await typeDay(worker, day, 'Which day?');
    await worker.press(say('do.save'));
    await worker.seeText(seen);
}

async function aWordAboutOneReading({ worker, phone }) {
    await workerWrites(worker, 'About your link worker', say('section.write'), { choices: ['Two working days'], seen: 'Two working days' });
    await allSent(worker);
    await syncNow(phone);
    await phone.context.setOffline(true);
    await logPeakFlow(phone, '298');
    await goTo(phone, 'timeline');
    await phone.press(/^Peak flow 298/, 'link');
    await phone.see(/^Peak flow 298/);
    const box = phone.page.getByRole('textbox', { name: say('messages.write') });
    const promise = say('messages.answers_within', { time: 'Two working days' });
    await phone.found(phone.page.getByText(`${promise} ${say('messages.hint')}`).first());
    await box.fill('Is that low for the time of year?');
    await phone.press(say('messages.send'));
    await phone.seeText('Is that low for the time of year?');
    await phone.context.setOffline(false);
    await allSent(phone);

    await syncNow(worker);
    await toFamily(worker);
    await worker.press(/^Peak flow 298/, 'link');
    await worker.see(/^Peak flow 298/);
    await worker.seeText('Is that low for the time of year?');
    await worker.type(say('messages.write_back'), 'A little. Try again before tea.');
    await worker.press(say('messages.send'));
    await worker.seeText('A little. Try again before tea.');
    await allSent(worker);

    await syncNow(phone);
    await reopened(phone, 'messages');
    await phone.seeText('A little. Try again before tea.');
    await phone.seeText(say('messages.about', { what: 'Peak flow 298 L/min' }));
    await goTo(phone, 'timeline');
    await phone.press(/^Peak flow 298/, 'link');
    const thread = phone.page.getByRole('list', { name: say('messages.title') }).getByRole('listitem');
    await phone.found(thread.nth(1));
    assert.equal(await thread.count(), 2);
}

async function decidedWhatMattered({ worker, phone }) {
    await workerWrites(worker, 'How we came to work together', say('section.write'),
        { fields: { 'What shows it': 'Six visits to A&E in a year' }, choices: ['Many visits to services'], seen: 'Six visits to A&E in a year' });
    const visit = { 'What it was about': 'The damp in the box room', 'What was agreed': 'Sam rings the landlord' };
    await workerWrites(worker, 'When we met or spoke', say('section.add_first'),
        { fields: visit, choices: ['At home'], day: daysAgo(0), seen: 'Sam rings the landlord' });
    await allSent(worker);

    await syncNow(phone);
    await openSection(phone, 'How we came to work together');
    for (const words of ['Many visits to services', 'Six visits to A&E in a year']) await phone.seeText(words);
    await phone.seeText(/^A year of many visits is often followed by one of fewer/);
    await openSection(phone, 'When we met or spoke');
    await phone.press(new RegExp(`^${say('section.add_ours')}`));
    await phone.choose('Partly');
    await phone.type('Anything you want to say about it', 'You talked more to Dad');
    await phone.press(say('do.save'));
    await phone.seeText('You talked more to Dad');
    await allSent(phone);

    await syncNow(worker);
    await toFamily(worker);
    await worker.press(new RegExp(`^${say('care_plan.title')}`), 'link');
    await worker.press(/^When we met or spoke\./, 'link');
    for (const words of ['Partly', 'You talked more to Dad']) await worker.seeText(words);
    await worker.press(new RegExp(`^${say('section.change_entry')}`));
    await worker.type('You said, we did', 'Next time we ask Effie first');
    await worker.press(say('do.save'));
    await worker.seeText('Next time we ask Effie first');
    await allSent(worker);
    await syncNow(phone);
    await reopened(phone);
    await openSection(phone, 'When we met or spoke');
    for (const words of ['Partly', 'You talked more to Dad', 'Next time we ask Effie first']) await phone.seeText(words);
}

async function whoOpenedIt({ worker, phone }) {
    await openSection(phone, 'My story');
    await phone.press(say('section.add_first'));
    await phone.type('What happened', 'The damp came before the cough');
    await phone.choose('Anyone who helps us');
    await phone.press(say('do.save'));
    await phone.seeText('The damp came before the cough');
    await phone.page.getByRole('checkbox', { name: /can read this page/ }).check();
    assert.equal(await phone.page.getByRole('list', { name: say('section.read_by') }).count(), 0);
    await allSent(phone);

    await syncNow(worker);
    await toFamily(worker);
    await worker.press(new RegExp(`^${say('care_plan.title')}`), 'link');
    await worker.press(/^My story\./, 'link');
    await worker.seeText('The damp came before the cough');
    await allSent(worker);
    await syncNow(phone);
    await reopened(phone);
    await openSection(phone, 'My story');
    const read = phone.page.getByRole('list', { name: say('section.read_by') }).getByRole('listitem');
    await phone.found(read.filter({ hasText: 'Sam Lanternfield' }));
    assert.equal(await read.count(), 1);
}

async function backToTheReferrer({ worker, phone }) {
    await addGoal(phone, 'Sleep in a dry room');
    await allSent(phone);
    await workerWrites(worker, 'How we came to work together', say('section.change'),
        { fields: { 'Who referred them': 'Dr Invented, Larkrise Lane' }, seen: 'Dr Invented, Larkrise Lane' });
    await syncNow(worker);
    await toFamily(worker);
    await worker.press(new RegExp(`^${say('summary.title_clinic')}`), 'link');
    await worker.see(say('summary.title_clinic'));
    const sheet = worker.page.getByRole('region', { name: say('summary.about', { name: 'Effie' }) });
    for (const words of ['Dr Invented, Larkrise Lane', 'Sleep in a dry room']) await worker.found(sheet.getByText(words).first());
    const story = worker.page.getByRole('checkbox', { name: 'My story' });
    assert.equal(await story.isChecked(), false);
    assert.equal(await sheet.getByText('The damp came before the cough').count(), 0);
    await story.check();
    await worker.found(sheet.getByText('The damp came before the cough').first());
    await worker.press(say('summary.copy'));
    await worker.seeText(say('copied'));
}

const journeys = {
    'what Effie asks about one reading stands with it, and it says how soon it is answered': aWordAboutOneReading,
    'a family reads how it was found, says whether it decided what mattered, and is told what came of saying so': decidedWhatMattered,
    'Effie sees who opened her story': whoOpenedIt,
    'a doctor hears what was tried and what changed, and only what is ticked': backToTheReferrer,
};

for (const { query, told } of bothWays)
    test(`Effie and Sam${told}`, async (t) => {
        const both = await met(t, query);
        for (const [sentence, walk] of Object.entries(journeys))
            await t.test(sentence + told, async () => {
                await walk(both);
                for (const one of [both.phone, both.worker]) one.noComplaints();
            });
    });
