// Questionnaires in a real browser: answered question by question, without a network, drawn and plain; and the page that
// stands before everything else.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assertAccessible } from './support/axe.mjs';
import { Phone } from './support/phone.mjs';
import { startFamily } from './support/steps.mjs';
import { say } from './support/words.mjs';
import { startSite } from './support/world.mjs';

async function toQuestionnaires(phone) {
    await phone.press(say('place.more'), 'link');
    await phone.press(new RegExp(`^${say('questionnaires.title')}`), 'link');
    await phone.see(say('questionnaires.title'));
}

async function begin(phone, title) {
    await phone.press(new RegExp(`^${title}`), 'link');
    await phone.see(new RegExp(`^${title}`));
    await phone.press(say('question.begin'));
}

for (const query of ['', '?plain']) {
    test(`a mother answers three questions with no network, and they come to a score${query && ', on the plain page'}`, async (t) => {
        const site = await startSite(t);
        const phone = await Phone.open(t, site.address, { query });
        await startFamily(phone);
        await toQuestionnaires(phone);
        await phone.page.getByRole('link', { name: /^Loneliness, 3 questions/ }).waitFor({ state: 'attached' });
        await phone.context.setOffline(true);
        await begin(phone, 'Loneliness, 3 questions');
        await phone.see('How often do you feel that you lack companionship?');

        // Nothing chosen: a sentence, and the question stays.
        await phone.press(say('do.continue'));
        await phone.seeText(say('question.choose'));
        await phone.choose('Some of the time');
        await phone.press(say('do.continue'));
        await phone.see('How often do you feel left out?');
        await assertAccessible(phone.page);
        await phone.choose('Often');
        await phone.press(say('do.continue'));

        // Back, and what was answered is still there.
        await phone.see('How often do you feel isolated from others?');
        await phone.press(say('question.before'));
        await phone.see('How often do you feel left out?');
        assert.ok(await phone.page.getByRole('radio', { name: 'Often' }).isChecked());
        await phone.press(say('do.continue'));
        await phone.see('How often do you feel isolated from others?');
        await phone.choose('Hardly ever or never');
        await phone.press(say('do.continue'));

        await phone.see('Loneliness, 3 questions');
        await phone.seeText(say('scores.value', { value: '6', lowest: '3', highest: '9' }));
        await phone.seeText(/Hughes and others, 2004/);
        await assertAccessible(phone.page);
        phone.noComplaints();
    });
}

test('an answer about being better off dead shows where help is at once, and again before it is saved', async (t) => {
    const site = await startSite(t);
    const phone = await Phone.open(t, site.address);
    await startFamily(phone);
    await toQuestionnaires(phone);
    await begin(phone, 'Low mood, 9 questions');
    await phone.context.setOffline(true);
    for (let item = 1; item <= 8; ++item) {
        await phone.seeText(new RegExp(`^${say('question.of', { at: String(item), of: '9' })}`));
        await phone.choose('Not at all');
        await phone.press(say('do.continue'));
    }
    await phone.see(/better off dead/);
    await phone.choose('Several days');
    const help = say('safety.harm_title');
    await phone.see(help);
    // All of it in view: what stands half behind the bar is smaller than it will be.
    await phone.page.setViewportSize({ width: 390, height: 2400 });
    await assertAccessible(phone.page);
    assert.equal(await phone.page.getByRole('link', { name: say('help.call_999') }).first().getAttribute('href'), 'tel:999');
    await phone.seeText(say('safety.not_watched'));
    // It stays until it has been read.
    await phone.press(say('do.continue'));
    await phone.see(/better off dead/);
    await phone.press(say('do.continue'));
    await phone.see(/how difficult have these problems made it/);
    await phone.choose('Somewhat difficult');
    await phone.press(say('do.continue'));
    await phone.see(help);
    await phone.press(say('do.continue'));
    await phone.seeText(say('scores.value', { value: '1', lowest: '0', highest: '27' }));
    phone.noComplaints();
});

test('five answers that nothing has been good say who to talk to before they are saved, and what they came to afterwards', async (t) => {
    const site = await startSite(t);
    const phone = await Phone.open(t, site.address);
    await startFamily(phone);
    await toQuestionnaires(phone);
    await begin(phone, 'Wellbeing, 5 questions');
    await phone.context.setOffline(true);
    for (let item = 1; item <= 5; ++item) {
        await phone.seeText(new RegExp(`^${say('question.of', { at: String(item), of: '5' })}`));
        await phone.choose('At no time');
        await phone.press(say('do.continue'));
    }
    await phone.see(say('safety.title.low'));
    assert.equal(await phone.page.getByRole('link', { name: say('safety.call_samaritans') }).getAttribute('href'), 'tel:116123');
    await phone.page.setViewportSize({ width: 390, height: 2400 });
    await assertAccessible(phone.page);
    await phone.press(say('do.continue'));
    await phone.seeText(say('scores.value', { value: '0', lowest: '0', highest: '100' }));
    phone.noComplaints();
});

test('who has had enough stops, and nothing of it is kept', async (t) => {
    const site = await startSite(t);
    const phone = await Phone.open(t, site.address);
    await startFamily(phone);
    await toQuestionnaires(phone);
    await begin(phone, 'Confidence');
    await phone.choose(/^7/);
    await phone.press(say('question.leave'));
    await phone.see(say('questionnaires.title'));
    assert.equal(await phone.page.getByText(say('questionnaires.scores')).count(), 0);
});
