// Fields are the browser's own: whatever a phone's keyboard does, the person's text stays theirs.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Phone } from './support/phone.mjs';
import { say } from './support/words.mjs';
import { startSite } from './support/world.mjs';

async function firstForm(t) {
    const { address } = await startSite(t);
    const phone = await Phone.open(t, address);
    await phone.press(`${say('start.family')}. `, 'link');
    await phone.see(say('create.who_title'));
    return phone;
}

test('letters that are composed arrive whole, and are never written over on the way', async (t) => {
    const phone = await firstForm(t);
    const field = phone.page.getByRole('textbox', { name: say('create.name') });
    const keyboard = await phone.context.newCDPSession(phone.page);
    await field.focus();
    for (const text of ['に', 'にほ', 'にほん']) {
        await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
        await phone.page.waitForTimeout(60);
        assert.equal(await field.inputValue(), text);
    }
    await keyboard.send('Input.insertText', { text: '日本' });
    await phone.page.waitForTimeout(100);
    assert.equal(await field.inputValue(), '日本');
    phone.noComplaints();
});

test('typing quickly loses no letter and moves no caret', async (t) => {
    const phone = await firstForm(t);
    const field = phone.page.getByRole('textbox', { name: say('create.home') });
    await field.focus();
    await phone.page.keyboard.type('The Thistlewicks of Larkrise', { delay: 4 });
    await phone.page.keyboard.press('Home');
    await phone.page.keyboard.type('x');
    assert.equal(await field.inputValue(), 'xThe Thistlewicks of Larkrise');
    assert.equal(await field.evaluate((input) => input.selectionStart), 1);
    phone.noComplaints();
});

test('what was typed is still there after leaving the page and coming back', async (t) => {
    const phone = await firstForm(t);
    await phone.type(say('create.name'), 'Junie');
    await phone.page.goBack();
    await phone.see(say('start.title'));
    await phone.page.goForward();
    await phone.see(say('create.who_title'));
    assert.equal(await phone.page.getByRole('textbox', { name: say('create.name') }).inputValue(), 'Junie');
    phone.noComplaints();
});

test('a field asks the phone for the right keyboard and never makes it zoom', async (t) => {
    const phone = await firstForm(t);
    const field = phone.page.getByRole('textbox', { name: say('create.name') });
    assert.equal(await field.getAttribute('autocomplete'), 'given-name');
    assert.equal(await field.getAttribute('spellcheck'), 'false');
    assert.ok(await field.evaluate((input) => parseFloat(getComputedStyle(input).fontSize)) >= 16);
});

test('a name pasted with its accents apart is kept with its accents on', async (t) => {
    const phone = await firstForm(t);
    await phone.type(say('create.home'), 'The Zoe\u0308s');
    await phone.type(say('create.name'), 'Zoe\u0308');
    await phone.press(say('do.continue'));
    await phone.see(say('create.look_title'));
    await phone.press(say('do.back'));
    await phone.see(say('create.who_title'));
    assert.equal(await phone.page.getByRole('textbox', { name: say('create.name') }).inputValue(), 'Zo\u00eb');
    phone.noComplaints();
});
