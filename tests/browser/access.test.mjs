// Whoever reads the page by ear, by keyboard or in their own colours meets the same things.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assertAccessible } from './support/axe.mjs';
import { openWorker, startInventedClinic } from './support/clinic.mjs';
import { Phone } from './support/phone.mjs';
import { goTo } from './support/steps.mjs';
import { say } from './support/words.mjs';
import { startSite } from './support/world.mjs';

const pages = ['#/today', '#/week', '#/day', '#/plan', '#/log', '#/log-one/=peak_flow', '#/log-one/=blood_pressure', '#/log-one/=glucose', '#/log-one/=mood', '#/log-one/=symptom',
    '#/log-one/=medicine', '#/log-one/=activity', '#/log-one/=note', '#/import', '#/readings', '#/reading/=peak_flow', '#/log-one/=sleep', '#/log-one/=height',
    '#/questionnaires', '#/question/=ucla3.adult', '#/scores/=ucla3.adult', '#/goals', '#/goals/=new', '#/more',
    '#/people', '#/add', '#/messages', '#/help', '#/settings', '#/sync'];

// A window as tall as the page: what lies half under the bar is a matter of scrolling, not of its size.
const whole = { viewport: { width: 390, height: 3000 }, deviceScaleFactor: 1 };

test('axe finds nothing wrong, drawn or plain', async (t) => {
    const { address } = await startSite(t);
    for (const mode of ['', '&plain']) {
        const phone = await Phone.open(t, address, { query: `?household=demo${mode}`, ...whole });
        for (const page of pages) {
            await phone.page.evaluate((hash) => { location.hash = hash; }, page);
            await phone.page.waitForTimeout(200);
            await assertAccessible(phone.page);
        }
        phone.noComplaints();
        await phone.close();
    }
});

test('axe finds nothing wrong on a link worker’s pages either', async (t) => {
    const clinic = await startInventedClinic(t);
    for (const mode of ['', '&plain']) {
        const worker = await openWorker(t, clinic, { query: `?profile=worker${mode}`, viewport: { width: 1280, height: 2400 } });
        await worker.page.getByRole('link', { name: 'The Thistlewicks' }).waitFor({ state: 'attached' });
        const about = (kind) => worker.page.locator(`#ov a[href*="#/${kind}/"]`).first().getAttribute('href');
        const family = await about('family');
        const look = async (hash) => {
            await worker.page.evaluate((to) => { location.hash = to; }, hash);
            await worker.page.waitForTimeout(200);
            await assertAccessible(worker.page);
        };
        await assertAccessible(worker.page);
        await look(family);
        for (const hash of [await about('reading'), await about('goal'), await about('entry')]) await look(hash);
        const thistlewicks = await worker.page.evaluate(() => { location.hash = '#/caseload'; }).then(() =>
            worker.page.getByRole('link', { name: 'The Thistlewicks' }).getAttribute('href'));
        await look(thistlewicks);
        await look(await about('scores'));
        for (const hash of ['#/caseload/=quiet.name', '#/messages', '#/join', '#/sync', '#/settings', '#/help']) await look(hash);
        await goTo(worker, 'join');
        await worker.press(say('invite.make'));
        await worker.page.getByRole('img', { name: say('invite.qr_name') }).waitFor({ state: 'attached' });
        await assertAccessible(worker.page);
        worker.noComplaints();
        await worker.close();
    }
});

test('the bar and the rail can be pressed where they are drawn, on long pages and short ones', async (t) => {
    const { address } = await startSite(t);
    for (const size of ['phone', 'wide']) {
        const phone = await Phone.open(t, address, { size, query: '?household=demo' });
        for (const name of ['today', 'sync', 'messages', 'readings']) {
            await goTo(phone, name);
            await phone.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
            const missed = await phone.page.evaluate(() => [...document.querySelectorAll('#ov nav a')].filter((link) => {
                const { x, y, width, height } = link.getBoundingClientRect();
                return document.elementFromPoint(x + width / 2, y + height / 2) !== link;
            }).map((link) => link.textContent));
            assert.deepEqual(missed, [], `${size} ${name}`);
        }
        await phone.close();
    }
});

// Halfway through a list, a row lies half under the bar: it can be scrolled from under it, and is no smaller for it.
test('a row that lies half under the bar is no fault, wherever a long page is scrolled to', async (t) => {
    const { address } = await startSite(t);
    const phone = await Phone.open(t, address, { query: '?household=demo', viewport: { width: 360, height: 740 }, deviceScaleFactor: 1 });
    const drawn = () => phone.page.evaluate(() => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then))));
    for (const name of ['more', 'care-plan', 'timeline', 'settings']) {
        await goTo(phone, name);
        await phone.page.waitForTimeout(200);
        for (const at of [0, 18, 36, 54]) {
            await phone.page.evaluate((top) => { document.getElementById('app').scrollTop = top; }, at);
            await drawn();
            await assertAccessible(phone.page, `${name} at ${at}`);
        }
    }
    phone.noComplaints();
});

test('before anyone is let in, axe finds nothing wrong either', async (t) => {
    const { address } = await startSite(t);
    for (const query of ['', '?plain']) {
        const phone = await Phone.open(t, address, { query });
        await assertAccessible(phone.page);
        await phone.press(`${say('start.family')}. `, 'link');
        await phone.see(say('create.who_title'));
        await assertAccessible(phone.page);
        for (const page of ['join', 'add-phone']) {
            await goTo(phone, page);
            await phone.page.waitForTimeout(200);
            await assertAccessible(phone.page);
        }
        await phone.close();
    }
});

// The names Tab comes to, in order, until it leaves the page.
async function tabStops(page) {
    const stops = [];
    for (let presses = 0; presses < 60; ++presses) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(() => {
            const active = document.activeElement;
            if (active === document.body) return null;
            const box = active.getBoundingClientRect();
            return { id: active.id, top: box.top, inside: box.bottom <= innerHeight + 1 && box.top >= -1 };
        });
        if (stop === null || stops.some(({ id }) => id === stop.id)) break;
        stops.push(stop);
    }
    return stops;
}

test('Tab goes through the page in reading order, in view, and out again', async (t) => {
    const { address } = await startSite(t);
    const phone = await Phone.open(t, address, { query: '?household=demo#/settings' });
    const stops = await tabStops(phone.page);
    const order = await phone.page.evaluate(() => [...document.querySelectorAll('a, button, input, textarea')]
        .filter((control) => control.offsetParent !== null).map((control) => control.id));
    assert.deepEqual(stops.slice(0, 2).map(({ id }) => id), ['skip', 'plain-switch']);
    const places = stops.map(({ id }) => order.indexOf(id));
    assert.deepEqual(places, places.toSorted((a, b) => a - b));
    assert.ok(stops.length > 8, `${stops.length} stops`);
    for (const stop of stops.slice(2)) assert.ok(stop.inside, `${stop.id} is out of view`);
});

test('a press by finger, mouse and keyboard counts once; sliding off or scrolling counts not at all', async (t) => {
    const { address } = await startSite(t);
    const phone = await Phone.open(t, address, { query: '?household=demo#/settings' });
    const { page } = phone;
    const row = page.getByRole('checkbox', { name: say('settings.less_motion') });
    await row.scrollIntoViewIfNeeded();
    const box = await row.boundingBox();
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const touch = await phone.context.newCDPSession(page);
    const finger = (type, points) => touch.send('Input.dispatchTouchEvent', { type, touchPoints: points });

    await finger('touchStart', [at]);
    await finger('touchCancel', []);
    await page.waitForTimeout(300);
    assert.ok(!await row.isChecked(), 'a cancelled touch');

    const before = await page.evaluate(() => document.getElementById('app').scrollTop);
    await finger('touchStart', [at]);
    for (let step = 1; step <= 12; ++step) await finger('touchMove', [{ x: at.x, y: at.y + step * 12 }]);
    await finger('touchEnd', []);
    await page.waitForTimeout(400);
    assert.ok(!await row.isChecked(), 'a scroll');
    assert.notEqual(await page.evaluate(() => document.getElementById('app').scrollTop), before);

    await row.scrollIntoViewIfNeeded();
    const now = await row.boundingBox();
    await page.touchscreen.tap(now.x + now.width / 2, now.y + now.height / 2);
    await page.waitForTimeout(300);
    assert.ok(await row.isChecked(), 'a tap');
    phone.noComplaints();
});

test('the bar and the rail stay under the finger while the page scrolls, from one frame to the next', async (t) => {
    const { address } = await startSite(t);
    for (const size of ['phone', 'wide']) {
        const phone = await Phone.open(t, address, { size, query: '?household=demo#/help' });
        const log = phone.page.getByRole('link', { name: say('place.log'), exact: true });
        const stays = await log.evaluate((link) => {
            const box = link.getBoundingClientRect();
            const at = [box.x + box.width / 2, box.y + box.height / 2];
            const app = document.getElementById('app');
            const hit = () => document.elementFromPoint(...at)?.closest('a') === link;
            const before = hit();
            app.scrollTop = 150;
            // No frame has been drawn since: only the browser can have kept it in its place.
            return { before, after: hit(), scrolled: app.scrollTop };
        });
        assert.deepEqual(stays, { before: true, after: true, scrolled: 150 });
        await phone.page.waitForTimeout(300);
        await log.click();
        await phone.see(say('log.title'));
        phone.noComplaints();
        await phone.close();
    }
});

test('a new page is announced by its heading, and Back returns to where one was', async (t) => {
    const { address } = await startSite(t);
    const phone = await Phone.open(t, address, { query: '?household=demo#/settings' });
    const { page } = phone;
    const scroller = page.locator('#app');
    await scroller.evaluate((app) => { app.scrollTop = 200; });
    await page.waitForTimeout(300);
    await page.evaluate(() => { location.hash = '#/help'; });
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
    assert.equal(await scroller.evaluate((app) => app.scrollTop), 0);
    await page.goBack();
    await page.waitForTimeout(300);
    assert.equal(await scroller.evaluate((app) => app.scrollTop), 200);
    assert.match(await page.title(), /- Goodweek$/);
    phone.noComplaints();
});

test("a system's own colours are drawn, and nothing is said in another", async (t) => {
    const { address } = await startSite(t);
    const phone = await Phone.open(t, address, { query: '?household=demo', forcedColors: 'active', colorScheme: 'dark' });
    const { data, width } = await phone.page.screenshot().then((png) => pixels(phone.page, png));
    const ground = await phone.page.evaluate(() => {
        const probe = document.getElementById('probe');
        probe.style.setProperty('color', 'Canvas');
        return getComputedStyle(probe).color.match(/\d+/g).map(Number);
    });
    const corner = (4 * width + 4) * 4;
    assert.deepEqual([...data.slice(corner, corner + 3)], ground);
});

// A picture's pixels, decoded by the browser that made it.
async function pixels(page, png) {
    const { data, width } = await page.evaluate(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext('2d');
        context.drawImage(bitmap, 0, 0);
        return { data: [...context.getImageData(0, 0, bitmap.width, 20).data], width: bitmap.width };
    }, png.toString('base64'));
    return { data: Uint8Array.from(data), width };
}
