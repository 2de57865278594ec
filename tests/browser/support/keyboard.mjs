// A person who has a keyboard and nothing else.

import assert from 'node:assert/strict';

// What a control is called: by its label, or by itself.
const nameHere = (page) => page.evaluate(() => {
    const active = document.activeElement;
    return active.labels?.[0]?.textContent || active.getAttribute('aria-label') || active.textContent;
});

// On to the control of that name, by Tab alone.
export async function tabTo(page, name) {
    const met = [];
    for (let presses = 0; presses < 80; ++presses) {
        await page.keyboard.press('Tab');
        met.push(await nameHere(page));
        if (name instanceof RegExp ? name.test(met.at(-1)) : met.at(-1) === name) return;
    }
    assert.fail(`Tab never came to ${name}; it met ${met.join(' | ')}`);
}

// Presses what has the focus; whatever that changes, the focus is somewhere a person can go on from.
export async function pressKey(page, key) {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    assert.notEqual(await page.evaluate(() => document.activeElement.tagName), 'BODY', `the focus was lost after ${key}`);
}

export async function typeInto(page, name, text) {
    await tabTo(page, name);
    await page.keyboard.type(text);
}
