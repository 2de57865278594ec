// Words that belong to somebody, on the command line: a clinic with a licence signs them, and a family that joined it answers in them.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import { answer, folderFor, startRelay } from './support/goodweek.mjs';
import { inventedWords } from './support/lent_words.mjs';

async function aClinicAndAFamily(test) {
    const relay = await startRelay(test);
    const folder = await folderFor(test, 'words');
    const clinic = ['--profile', join(folder, 'clinic')];
    const home = ['--profile', join(folder, 'home')];
    await answer([...clinic, 'clinic', 'create', 'Larkrise Lane', '--relay', relay.origin, '--admin-token', relay.token]);
    await answer([...home, 'create', 'The Oakapples']);
    await answer([...home, 'person', 'add', 'Gran', '--born', '1950-03-01']);
    const act = (await answer(['questionnaires'])).find((one) => one.questionnaire === 'act' && one.form === 'adult');
    const file = (name) => join(folder, name);
    const sign = async (words, options = {}) => {
        await writeFile(file('words.json'), typeof words === 'string' ? words : JSON.stringify(words));
        return answer([...clinic, 'words', 'sign', file('words.json'), file('act.gww'), '--force'], options);
    };
    const joinClinic = async () => {
        const { invite } = await answer([...clinic, 'clinic', 'invite']);
        return answer([...home, 'join', invite]);
    };
    const answers = async (options = {}) => {
        await writeFile(file('answers.json'), JSON.stringify({ answers: Object.fromEntries(act.questions.map(({ question, options: all }) => [question, all[0].code])) }));
        return answer([...home, 'answer', 'Gran', 'act', file('answers.json')], options);
    };
    return { clinic, home, act, file, sign, joinClinic, answers };
}

test('a form that belongs to somebody comes without a word, and is answered once a clinic with a licence has lent them', async (t) => {
    const { home, act, file, sign, joinClinic, answers } = await aClinicAndAFamily(t);
    assert.equal(act.class, 'C');
    assert.ok(act.questions.every(({ text, options }) => !text && options.every(({ words }) => !words)));
    assert.match((await answers({ code: 1 })).refused.why, /belong to somebody/);

    await joinClinic();
    await sign(inventedWords(act));
    assert.deepEqual((await answer([...home, 'words', 'take', file('act.gww')])).lent,
        [{ questionnaire: 'act', form: 'adult', holder: 'Larkrise Lane', licence: 'invented-1', until: '2100-12-31' }]);
    assert.equal((await answers()).scores[0].value, 5);
    assert.equal((await answer([...home, 'score', 'Gran'])).length, 1);
});

test('a file of a clinic that was not joined, or with one byte changed, is refused and not kept', async (t) => {
    const { home, act, file, sign, joinClinic, answers } = await aClinicAndAFamily(t);
    await sign(inventedWords(act));
    assert.match((await answer([...home, 'words', 'take', file('act.gww')], { code: 1 })).refused.why, /not from your clinic/);
    await joinClinic();
    const bytes = await readFile(file('act.gww'));
    bytes[bytes.length >> 1] ^= 1;
    await writeFile(file('act.gww'), bytes);
    assert.match((await answer([...home, 'words', 'take', file('act.gww')], { code: 1 })).refused.why, /was changed|not from your clinic/);
    await answers({ code: 1 });
});

test('words with a mistake are not signed, and the clinic is told where', async (t) => {
    const { act, sign, home, file } = await aClinicAndAFamily(t);
    const good = inventedWords(act);
    const { number: _, ...unnumbered } = good.licence;
    assert.match((await sign({ ...good, licence: unnumbered }, { code: 1 })).refused.why, /act\.licence\.number/);
    assert.match((await sign({ ...good, questions: good.questions.slice(1) }, { code: 1 })).refused.why, /act 1/);
    assert.match((await sign('{"questionnaire": "act",\n oh dear', { code: 1 })).refused.why, /line 2/);
    assert.match((await sign({ ...good, licence: { ...good.licence, until: '2020-01-01' } }, { code: 1 })).refused.why, /is over/);
    await writeFile(file('words.json'), JSON.stringify(good));
    assert.match((await answer([...home, 'words', 'sign', file('words.json'), file('mine.gww')], { code: 1 })).refused.why, /Only a clinic/);
});
