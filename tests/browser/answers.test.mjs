// Questionnaires over time: what need not be asked is not, what is left out is said, a child has a form of their own, and a
// change is called one only where it is.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { goTo, reopened } from './support/steps.mjs';
import { say } from './support/words.mjs';

const quillfeathers = { home: 'The Quillfeathers', name: 'Hester', others: [{ name: 'Jonty', relation: 'Son', aged: 11 }] };
const notScored = (answered, of) => say('scores.not_scored', { answered: String(answered), of: String(of) });
const score = (value, lowest, highest) => say('scores.value', { value: String(value), lowest: String(lowest), highest: String(highest) });

// All of a questionnaire's questions, each with its answer, to the end.
async function answer(phone, name, title, answers, by = null) {
    await goTo(phone, 'questionnaires');
    await phone.see(say('questionnaires.title'));
    await phone.choose(name);
    await phone.page.getByRole('list', { name: say('questionnaires.title'), exact: true }).getByRole('link', { name: new RegExp(`^${title}`) }).click();
    if (by) await phone.choose(say(by, { name }));
    await phone.press(say('question.begin'));
    for (const [at, words] of answers.entries()) {
        await phone.seeText(new RegExp(`^${say('question.of', { at: String(at + 1), of: '\\d+' })}`));
        await phone.choose(words);
        await phone.press(say('do.continue'));
    }
    await phone.seeText(say('question.saved'));
}

async function toScores(phone, name, title) {
    await goTo(phone, 'questionnaires');
    await phone.choose(name);
    await phone.page.getByRole('list', { name: say('questionnaires.scores') }).getByRole('link', { name: new RegExp(`^${title}`) }).click();
    await phone.see(new RegExp(`^${title}`));
}

journey('nine answers of not at all spare Hester a tenth question, and one left out is no score at all', quillfeathers, async (phone) => {
    await answer(phone, 'Hester', 'Low mood, 9 questions', Array(9).fill('Not at all'));
    await answer(phone, 'Hester', 'Loneliness, 3 questions', ['Often', say('question.rather_not'), 'Often']);

    await reopened(phone);
    await toScores(phone, 'Hester', 'Low mood, 9 questions');
    await phone.seeText(score(0, 0, 27));
    await toScores(phone, 'Hester', 'Loneliness, 3 questions');
    await phone.seeText(notScored(2, 3));
    await phone.page.getByRole('list', { name: say('scores.times') }).getByRole('link').click();
    await phone.seeText(say('question.declined'));
});

journey('a boy of eleven has questions of his own, and his mother’s answers for him are not mixed with his', quillfeathers, async (phone) => {
    await answer(phone, 'Jonty', 'Loneliness, 3 questions', Array(3).fill('Often'), 'question.proxy');
    await answer(phone, 'Jonty', 'Loneliness, 3 questions', Array(3).fill('Hardly ever or never'));

    await reopened(phone);
    await toScores(phone, 'Jonty', 'Loneliness, 3 questions');
    await phone.seeText(score(3, 3, 9));
    await phone.seeText(say('scores.by_proxy'));
    await phone.seeText(score(9, 3, 9));
    await phone.seeText(/for children/);
    // Each has been asked once: there is nothing to compare.
    assert.equal(await phone.page.getByText(/^It was /).count(), 0);
    await goTo(phone, 'questionnaires');
    await phone.choose('Jonty');
    await phone.found(phone.page.getByRole('link', { name: /^Asthma, 3 questions/ }));
    assert.equal(await phone.page.getByRole('link', { name: /^Low mood/ }).count(), 0);
});

journey('one less on a scale of worry could be chance, and seven more are not', quillfeathers, async (phone) => {
    const today = new Date();
    const day = `${today.getDate()} ${say(`month.name.${today.getMonth() + 1}`)} ${today.getFullYear()}`;
    const most = 'More than half the days';
    await answer(phone, 'Hester', 'Worry, 7 questions', Array(7).fill(most));
    await answer(phone, 'Hester', 'Worry, 7 questions', [...Array(6).fill(most), 'Several days']);
    await toScores(phone, 'Hester', 'Worry, 7 questions');
    await phone.seeText(score(13, 0, 21));
    await phone.seeText(say('scores.could_be_chance', { was: '14', day }));
    await answer(phone, 'Hester', 'Worry, 7 questions', Array(7).fill('Nearly every day'));

    await reopened(phone);
    await toScores(phone, 'Hester', 'Worry, 7 questions');
    await phone.seeText(score(21, 0, 21));
    await phone.seeText(say('scores.worse', { was: '14', day }));
});
