// A questionnaire whose words belong to somebody: the clinic has a licence and lends them in a file; the family opens it with no
// network, and answers.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import { inventedWords } from '../cli/support/lent_words.mjs';
import { assertAccessible } from './support/axe.mjs';
import { startClinic } from './support/clinic.mjs';
import { Phone } from './support/phone.mjs';
import { allSent, goTo, joinClinic, startFamily } from './support/steps.mjs';
import { say } from './support/words.mjs';
import { folderFor } from './support/world.mjs';

async function openFile(phone, path) {
    await goTo(phone, 'questionnaires');
    const [chooser] = await Promise.all([phone.page.waitForEvent('filechooser'), phone.press(say('lent.open'))]);
    await chooser.setFiles(path);
}

for (const query of ['', '?plain']) {
    test(`a family answers in the words that its clinic lent, without a network${query && ', on the plain page'}`, async (t) => {
        const clinic = await startClinic(t);
        const folder = await folderFor(t, 'words');
        const act = (await clinic.command('questionnaires')).find((one) => one.questionnaire === 'act' && one.form === 'adult');
        const file = (name) => join(folder, name);
        await writeFile(file('words.json'), JSON.stringify(inventedWords(act)));
        await clinic.command('words', 'sign', file('words.json'), file('act.gww'));

        const phone = await Phone.open(t, clinic.site.address, { query });
        await startFamily(phone);
        await goTo(phone, 'questionnaires');
        assert.equal(await phone.page.getByRole('link', { name: act.title }).count(), 0);
        await joinClinic(phone, await clinic.invite('The Thistlewicks'));
        await allSent(phone);
        await phone.context.setOffline(true);

        await writeFile(file('nothing.gww'), 'nothing of a clinic’s');
        await goTo(phone, 'questionnaires');
        await openFile(phone, file('nothing.gww'));
        await phone.seeText(say('lent.not_ours'));
        await openFile(phone, file('act.gww'));
        await phone.seeText(say('lent.taken', { name: act.title }));
        await phone.press(new RegExp(`^${act.title.replace(/[()]/g, '.')}`), 'link');
        await phone.press(say('question.begin'));
        for (const { question, options } of act.questions) {
            await phone.see(`Invented question ${question}?`);
            await phone.choose(`Invented answer ${options[0].code}`);
            await phone.press(say('do.continue'));
        }
        await phone.seeText(say('scores.value', { value: '5', lowest: '5', highest: '25' }));
        await assertAccessible(phone.page);
        phone.noComplaints();
    });
}
