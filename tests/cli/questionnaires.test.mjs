// Questionnaires on the command line: every published scoring example, and what becomes of answers that cannot stand.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import { answer, folderFor } from './support/goodweek.mjs';

async function aFamily(test) {
    const folder = await folderFor(test, 'questionnaires');
    const profile = join(folder, 'home');
    const at = (...words) => ['--profile', profile, ...words];
    await answer(at('create', 'The Oakapples'));
    await answer(at('person', 'add', 'Gran', '--born', '1950-03-01'));
    const given = async (questionnaire, answers, { code = 0, form, mode } = {}) => {
        const file = join(folder, 'answers.json');
        await writeFile(file, JSON.stringify({ ...(mode && { mode }), answers }));
        return answer(at('answer', 'Gran', questionnaire, file, ...(form ? ['--form', form] : [])), { code });
    };
    return { at, given };
}

const all = (ids, value) => Object.fromEntries(ids.map((id) => [id, value]));
const byId = (list) => new Map(list.map((one) => [`${one.questionnaire}.${one.form}`, one]));

test('every questionnaire has its owner and its licence, and its words unless a clinic brings them', async () => {
    const list = await answer(['questionnaires']);
    const found = byId(list);
    for (const id of ['phq9.adult', 'phq2.adult', 'gad7.adult', 'gad2.adult', 'ucla3.adult', 'ucla3.child', 'ons4.adult', 'auditc.adult', 'mrc.adult', 'rcp3.adult', 'who5.adult']) {
        assert.ok(found.has(id), id);
    }
    for (const one of list) {
        assert.ok(one.attribution && one.licence, one.questionnaire);
        const said = one.questions.flatMap(({ text, options }) => [text, ...(options ?? []).map(({ words }) => words)]);
        assert.ok(said.every((words) => Boolean(words) === (one.class !== 'C')), one.questionnaire);
        assert.equal(one.has_words, one.class !== 'C', one.questionnaire);
    }
    assert.equal(found.get('phq9.adult').questions[8].text, 'Thoughts that you would be better off dead or of hurting yourself in some way');
});

test('sums are as published, from the least to the most', async (t) => {
    const { given } = await aFamily(t);
    const list = byId(await answer(['questionnaires']));
    const ends = { phq9: [0, 27], phq2: [0, 6], gad7: [0, 21], gad2: [0, 6], ucla3: [3, 9], rcp3: [0, 3], mrc: [1, 5], who5: [0, 100], auditc: [0, 12] };
    for (const [id, [lowest, highest]] of Object.entries(ends)) {
        const { questions } = list.get(`${id}.adult`);
        const extreme = (most) => Object.fromEntries(questions.map(({ question, options }) => {
            const valued = options.filter(({ value }) => value !== null);
            const chosen = (valued.length ? valued : options).toSorted((a, b) => a.value - b.value).at(most ? -1 : 0);
            return [question, chosen.code];
        }));
        assert.equal((await given(id, extreme(false))).scores[0].value, lowest, id);
        assert.equal((await given(id, extreme(true))).scores[0].value, highest, id);
    }
});

test('WHO-5 multiplies by four, and what is not drunk is not asked about further', async (t) => {
    const { given } = await aFamily(t);
    assert.equal((await given('who5', { 1: '3', 2: '3', 3: '2', 4: '2', 5: '3' })).scores[0].value, 52);
    assert.deepEqual((await given('auditc', { 1: '0' })).scores[0], { score: 'total', value: 0, answered: 3, of: 3 });
    assert.equal((await given('auditc', { 1: '2', 2: '1', 3: '1' })).scores[0].value, 4);
});

test('four measures of wellbeing are four scores, and never one', async (t) => {
    const { given } = await aFamily(t);
    const { scores } = await given('ons4', { 1: 7, 2: 8, 3: 6, 4: 3 });
    assert.deepEqual(scores.map(({ score, value }) => [score, value]), [['satisfied', 7], ['worthwhile', 8], ['happy', 6], ['anxious', 3]]);
});

test('a question that nobody wanted to answer leaves no score, and its other answers', async (t) => {
    const { at, given } = await aFamily(t);
    const items = (await answer(['questionnaires'])).find(({ questionnaire }) => questionnaire === 'gad7').questions.map(({ question }) => question);
    const saved = await given('gad7', { ...all(items, 'LA6569-3'), [items[2]]: null });
    assert.deepEqual(saved.scores, [{ score: 'total', value: null, answered: 6, of: 7 }]);
    assert.equal((await answer(at('score', 'Gran'))).length, 1);
});

test('answers that cannot stand are refused by their question, and nothing is saved', async (t) => {
    const { at, given } = await aFamily(t);
    assert.match((await given('ucla3', { 1: '2', 2: '9', 3: '1' }, { code: 1 })).refused.why, /Question 2/);
    assert.match((await given('ucla3', { 1: '2' }, { code: 1 })).refused.why, /Question 2/);
    assert.match((await given('ons4', { 1: 11, 2: 1, 3: 1, 4: 1 }, { code: 1 })).refused.why, /Question 1.*0 to 10/);
    assert.match((await given('elevenses', {}, { code: 1 })).refused.why, /no questionnaire/);
    assert.deepEqual(await answer(at('score', 'Gran')), []);
});

test('what has its words at the clinic is listed, and cannot be answered', async (t) => {
    const { at, given } = await aFamily(t);
    assert.match((await given('swemwbs', all([1, 2, 3, 4, 5, 6, 7], '3'), { code: 1 })).refused.why, /belong to somebody/);
    assert.match((await given('zbi', all([1], '3'), { code: 1, form: 'carer' })).refused.why, /belong to somebody/);
    assert.deepEqual(await answer(at('score', 'Gran')), []);
});

test('five falls questions are added, up to three goals are not', async (t) => {
    const { given } = await aFamily(t);
    assert.equal((await given('frat', { 1: '1', 2: '1', 3: '0', 4: '1', 5: '0' })).scores[0].value, 3);
    const { scores } = await given('gbo', { goal_1: 'Walk to the park', goal_1_score: 4, goal_2: '' });
    assert.deepEqual(scores.map(({ value }) => value), [4, null, null]);
});

test('answers given for somebody stand in a series of their own', async (t) => {
    const { at, given } = await aFamily(t);
    await given('hc10', { 1: 4 });
    await given('hc10', { 1: 9 }, { mode: 'proxy' });
    const scores = await answer(at('score', 'Gran', 'hc10'));
    assert.deepEqual(scores.map(({ by_proxy: proxy, scores: [{ value }] }) => [proxy, value]).toSorted(), [[false, 4], [true, 9]]);
});
