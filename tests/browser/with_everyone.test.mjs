// What several did and what came of plans, read again by each of them; readings of one sitting, and none at all.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assertAccessible } from './support/axe.mjs';
import { journey } from './support/journey.mjs';
import { Phone } from './support/phone.mjs';
import { daysAgo, goTo, logOne, openSection, reopened, saved } from './support/steps.mjs';
import { say } from './support/words.mjs';
import { startSite } from './support/world.mjs';

const larkspurs = {
    home: 'The Larkspurs',
    name: 'Odile',
    others: [{ name: 'Bram', relation: 'Dad' }, { name: 'Tansy', relation: 'Daughter', aged: 9 }],
};

async function plan(phone, what, kind = 'plan.something') {
    await goTo(phone, 'week');
    await phone.press(say('week.add'));
    await phone.type(say('plan.what'), what);
    await phone.choose(say(kind));
    await phone.press(say('plan.add'));
    await phone.seeText(say('plan.added'));
}

async function save(phone) {
    await phone.press(say('plan.save'));
    await phone.seeText(say('plan.changed'));
}

journey('one walk stands in the days of all who walked, and a plan of everyone’s in everybody’s', larkspurs, async (phone) => {
    await goTo(phone, 'log');
    await phone.choose('Odile');
    await goTo(phone, 'log-one/=activity');
    await phone.type(say('activity.question', { name: 'Odile' }), 'Walked to the mill');
    await phone.page.getByRole('checkbox', { name: 'Tansy' }).check();
    await phone.press(new RegExp(`^${say('log.save')}`));
    await saved(phone);
    await plan(phone, 'Picnic');
    await goTo(phone, 'day');
    await phone.press(`${say('today.done')}, Picnic`);

    await reopened(phone, 'timeline');
    for (const [name, walked] of [['Odile', true], ['Tansy', true], ['Bram', false]]) {
        await phone.choose(name);
        await phone.found(phone.page.getByRole('link', { name: /^Picnic/ }));
        await phone.page.getByRole('link', { name: /^Walked to the mill/ }).waitFor({ state: walked ? 'attached' : 'detached' });
    }
});

journey('what did not happen can be read on its day, and put right', larkspurs, async (phone) => {
    await plan(phone, 'Eye clinic', 'plan.appointment');
    await goTo(phone, 'day');
    await phone.press(`${say('day.change')}, Eye clinic`, 'link');
    await phone.choose(say('plan.missed'));
    await phone.type(say('plan.why'), 'The van would not start');
    await save(phone);
    await reopened(phone, 'day');
    const list = phone.page.getByRole('list', { name: say('day.called_off') });
    const row = list.getByRole('link', { name: /^Eye clinic/ });
    await phone.found(row.filter({ hasText: 'The van would not start' }));
    await row.click();
    await phone.choose(say('plan.kept'));
    await save(phone);
    await goTo(phone, 'day');
    await list.waitFor({ state: 'detached' });
});

journey('earlier words of a page can be read again, as they stood', larkspurs, async (phone) => {
    for (const words of ['The orchard', 'The orchard and the bees']) {
        await openSection(phone, 'About me');
        await phone.press(new RegExp(`^${say('section.write')}$|^${say('section.change')}$`));
        await phone.type('What is most important to me', words);
        await phone.press(say('do.save'));
        await phone.seeText(words);
    }
    await reopened(phone, 'care-plan');
    await openSection(phone, 'About me');
    await phone.press(say('section.earlier_versions'), 'link');
    await phone.see('About me');
    const rows = phone.page.getByRole('list', { name: say('entry.history') }).getByRole('listitem');
    await phone.found(rows.nth(1));
    const texts = await rows.allInnerTexts();
    assert.match(texts[0], /^The orchard and the bees/);
    assert.match(texts[1], /^The orchard\b(?! and)/);
    await phone.press('About me', 'link');
    await phone.seeText('The orchard and the bees');
});

journey('blood pressure is taken twice at one sitting, and the two come to one', larkspurs, async (phone) => {
    await goTo(phone, 'log');
    await phone.choose('Bram');
    await goTo(phone, 'log-one/=blood_pressure');
    const box = phone.page.getByRole('textbox', { name: /blood pressure/ });
    await box.fill('142/88');
    await phone.press(say('log.save_and_another'));
    await phone.seeText(say('log.in_sitting', {}, 1));
    assert.equal(await box.inputValue(), '');
    await box.fill('137/85');
    await phone.press(say('log.save_reading'));
    await saved(phone);
    await reopened(phone, 'readings');
    await phone.choose('Bram');
    await phone.press(/^Blood pressure/, 'link');
    await phone.press(/^142\/88/, 'link');
    await phone.seeText(say('entry.sitting_of', { value: '140/87 mmHg' }, 2));
});

journey('skipped and not known are written down, and nought is a number', larkspurs, async (phone) => {
    for (const button of ['log.skip_it', 'log.not_known']) {
        await goTo(phone, 'log');
        await phone.choose('Tansy');
        await goTo(phone, 'log-one/=peak_flow');
        await phone.press(say(button));
        await saved(phone);
    }
    await logOne(phone, 'mood', { about: 'Tansy', choices: ['0'] });
    await reopened(phone, 'timeline');
    await phone.choose('Tansy');
    for (const name of [/^Peak flow: skipped/, /^Peak flow: not known/, /^How I feel 0 out of 10/])
        await phone.found(phone.page.getByRole('link', { name }));
    await goTo(phone, 'readings');
    await phone.choose('Tansy');
    await phone.found(phone.page.getByRole('link', { name: /^How I feel/ }));
    assert.equal(await phone.page.getByRole('link', { name: /^Peak flow/ }).count(), 0);
});

journey('what is written down days later says so', larkspurs, async (phone) => {
    await logOne(phone, 'peak_flow', { about: 'Tansy', fields: { 'peak flow': '240' }, day: daysAgo(9) });
    await goTo(phone, 'timeline');
    await phone.choose('Tansy');
    await phone.press(/^Peak flow 240/, 'link');
    await phone.seeText(say('entry.written_later'));
});

journey('a class is told from its first visit, with whom, to how it was liked', larkspurs, async (phone) => {
    await plan(phone, 'Beginners’ ukulele', 'plan.group');
    await goTo(phone, 'day');
    await phone.press(`${say('day.change')}, Beginners’ ukulele`, 'link');
    await phone.choose(say('plan.kept'));
    await phone.page.getByRole('checkbox', { name: new RegExp(`^${say('plan.accompanied')}`) }).check();
    await phone.page.getByRole('group', { name: new RegExp(`^${say('plan.enjoyed').replace('?', '\\?')}`) }).getByRole('radio', { name: '7' }).check();
    await save(phone);
    await reopened(phone, 'week');
    const row = phone.page.getByRole('list', { name: say('groups.title') }).getByRole('listitem');
    await phone.found(row.first());
    const words = await row.first().innerText();
    for (const part of [/Beginners’ ukulele, Everyone/, /First went, with somebody: today/i, /Came 1 of 1 times/, /Liked it: 7 out of 10/, new RegExp(say('groups.still_soon'))])
        assert.match(words, part);
});

journey('whoever runs a class confirms a visit with no account, by a code read out', larkspurs, async (phone) => {
    await plan(phone, 'Pottery', 'plan.group');
    await goTo(phone, 'day');
    const change = phone.page.getByRole('link', { name: `${say('day.change')}, Pottery` });
    const visit = (await change.getAttribute('href')).match(/\/e([0-9a-f]{32})/)[1];
    await goTo(phone, `came/e${visit}/=${Buffer.from('Pottery').toString('base64url')}`);
    await phone.see(say('came.title', { group: 'Pottery' }));
    const code = (await phone.page.locator('#ov').innerText()).match(/\b[0-9A-Z]{3}-[0-9A-Z]{3}\b/)[0];
    await goTo(phone, 'day');
    await change.click();
    await phone.choose(say('plan.kept'));
    await phone.found(phone.page.getByRole('img', { name: say('plan.confirm_qr') }));
    await phone.type(say('plan.their_code'), 'ZZZ-ZZZ');
    await phone.press(say('plan.save'));
    await phone.seeText(say('plan.not_the_code'));
    await phone.type(say('plan.their_code'), code.toLowerCase());
    await save(phone);
    await reopened(phone, 'week');
    await phone.seeText(say('groups.confirmed', {}, 1));
});

journey('a fourth goal is not refused, and three are said to be enough', larkspurs, async (phone) => {
    for (const words of ['Sleep through', 'Read together', 'Walk on Sundays']) {
        await goTo(phone, 'goals/=new');
        await phone.see(say('goal.question'));
        assert.equal(await phone.page.getByText(say('goals.enough')).count(), 0);
        await phone.type(say('goal.question'), words);
        await phone.press(say('goal.save'));
        await phone.seeText(say('goal.added'));
        await phone.seeText(/^Set by Odile, today$/i);
    }
    await goTo(phone, 'goals/=new');
    await phone.seeText(say('goals.enough'));
    await phone.type(say('goal.question'), 'Learn the bus');
    await phone.press(say('goal.save'));
    await phone.seeText(say('goal.added'));
});

test('who scans a class’s code needs nothing but the page', async (t) => {
    const site = await startSite(t);
    const group = Buffer.from('Pottery').toString('base64url');
    const phone = await Phone.open(t, site.address, { query: `#/came/e${'0123456789abcdef'.repeat(2)}/=${group}` });
    await phone.see(say('came.title', { group: 'Pottery' }));
    await assertAccessible(phone.page);
    await goTo(phone, 'came/=nothing');
    await phone.see(say('came.gone_title'));
    phone.noComplaints();
});
