// Takes a picture of every screen, to be looked at: nothing here passes or fails.
//
//   node tests/browser/pictures.mjs OUT [--who family|worker] [--sizes phone,wide] [--looks light,dark] [--pages today,log] [--whole]
//
// The family is the invented one; the worker needs a running ./dev run (--app http://127.0.0.1:8788). `--whole` makes
// the window as tall as the page, where otherwise it is what a person sees first.

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { chromium } from 'playwright-core';

import { chromiumPath, webFolder } from './support/paths.mjs';
import { flags } from './support/phone.mjs';
import { say } from './support/words.mjs';
import { serve } from '../../web/server.mjs';

const sizes = {
    phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    small: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    narrow: { viewport: { width: 320, height: 568 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    large: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true, textScale: 2 },
    wide: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
};
const looks = {
    light: {}, dark: { colorScheme: 'dark' }, contrast: { contrast: 'more' }, plain: { query: '&plain' }, forced: { forcedColors: 'active' },
};
const pages = {
    family: ['start', 'create', 'add-phone', 'join', 'today', 'log', 'log-one/=peak_flow', 'log-one/=blood_pressure', 'log-one/=glucose',
        'log-one/=mood', 'log-one/=note', 'log-one/=symptom', 'log-one/=medicine', 'log-one/=activity', 'log-one/=rest', 'import', 'readings',
        'reading/=peak_flow', 'questionnaires', 'question/=ucla3.adult', 'log-one/=sleep', 'log-one/=height', 'goals', 'goal', 'care-plan', 'watching', 'summary', 'timeline', 'others', 'section/=about_me', 'section/=asthma_plan', 'section/=service_use', 'section-form/=service_use', 'more', 'people', 'person', 'add', 'messages', 'help', 'settings', 'sync'],
    worker: ['caseload', 'caseload/=waiting.heard', 'family', 'reading', 'goal', 'entry', 'messages', 'join', 'invite', 'sync', 'settings', 'help'],
};

const { values: asked, positionals: [out = 'build/pictures'] } = parseArgs({ allowPositionals: true, options: {
    who: { type: 'string', default: 'family' }, sizes: { type: 'string', default: 'phone,wide' }, looks: { type: 'string', default: 'light' },
    pages: { type: 'string' }, whole: { type: 'boolean', default: false }, app: { type: 'string', default: 'http://127.0.0.1:8788' },
} });
const unknown = [...asked.sizes.split(',').filter((one) => !sizes[one]), ...asked.looks.split(',').filter((one) => !looks[one])];
if (!pages[asked.who] || unknown.length > 0) {
    console.error(`pictures.mjs: not known: ${[asked.who, ...unknown].join(' ')}`);
    process.exit(2);
}
const beforeAnyone = new Set(['start', 'create', 'add-phone', 'join']);

async function settle(page) {
    await page.locator('#splash').waitFor({ state: 'hidden' });
    await page.locator('#ov h1').first().waitFor({ state: 'attached' });
    await page.waitForTimeout(600);
}

async function picture(page, name, whole) {
    const was = page.viewportSize();
    if (whole) {
        const tall = await page.evaluate(() => {
            const app = document.getElementById('app');
            return document.body.classList.contains('plain') ? document.documentElement.scrollHeight : app.scrollHeight;
        });
        await page.setViewportSize({ width: was.width, height: Math.min(Math.max(tall, was.height), 6000) });
        await page.waitForTimeout(400);
    }
    await page.screenshot({ path: join(out, `${name.replaceAll(/[/=]+/g, '-')}.png`) });
    if (whole) await page.setViewportSize(was);
}

// Settings are the page's own; a picture at 200 % is of a person who chose it there.
async function enlarge(page, textScale) {
    if (!textScale) return;
    await page.evaluate(() => { location.hash = '#/settings'; });
    await page.waitForTimeout(300);
    await page.getByRole('radio', { name: say('settings.text_largest') }).click();
    await page.waitForTimeout(300);
}

async function openWorker(page, query) {
    await page.goto(`${asked.app}/invented/worker`);
    const passphrase = await page.locator('#passphrase').filter({ hasText: /\S/ }).textContent();
    await page.goto(`${asked.app}/?profile=worker${query}`);
    await settle(page);
    await page.getByRole('textbox').first().fill(passphrase);
    await page.getByRole('button', { name: 'Open' }).first().click();
    await page.locator('nav, header').first().waitFor({ state: 'attached' });
    await page.getByRole('heading', { name: 'Your families' }).waitFor({ state: 'attached', timeout: 30_000 });
    await page.waitForTimeout(2000);
}

await mkdir(out, { recursive: true });
const site = asked.who === 'family' ? await serve({ folder: webFolder }) : null;
for (const size of asked.sizes.split(',')) {
    for (const look of asked.looks.split(',')) {
        const folder = await mkdtemp(join(tmpdir(), 'goodweek-pictures-'));
        const { textScale, ...how } = sizes[size];
        const { query = '', ...colours } = looks[look];
        const context = await chromium.launchPersistentContext(folder, { executablePath: chromiumPath, args: flags, ...how, ...colours });
        const page = context.pages()[0];
        page.on('console', (message) => ['error', 'warning'].includes(message.type()) && console.log(`${size} ${look}: ${message.text()}`));
        page.on('pageerror', (problem) => console.log(`${size} ${look}: ${problem}`));
        const wanted = asked.pages?.split(',') ?? pages[asked.who];
        const base = site ? `http://127.0.0.1:${site.port}/` : '';
        if (site) {
            for (const name of wanted.filter((one) => beforeAnyone.has(one))) {
                await page.goto(`${base}?${query.slice(1)}#/${name}`);
                await settle(page);
                await picture(page, `${name}-${size}-${look}`, asked.whole);
            }
            await page.goto(`${base}?household=demo${query}`);
        } else {
            await openWorker(page, query);
        }
        await settle(page);
        await enlarge(page, textScale);
        for (const name of wanted.filter((one) => !site || !beforeAnyone.has(one))) {
            const hash = await addressOf(page, name);
            await page.evaluate((address) => { location.hash = address; }, hash);
            await settle(page);
            await picture(page, `${asked.who === 'worker' ? 'worker-' : ''}${name}-${size}-${look}`, asked.whole);
        }
        await context.close();
        await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
}
await site?.close();

// The address of a page about something is that of the first link to one, on the page where those links are. A new
// invite has none: it is made.
async function addressOf(page, name) {
    const from = asked.who === 'worker' ? { family: 'caseload', reading: 'family', goal: 'family', entry: 'family', invite: 'join' }[name]
        : { goal: 'goals', person: 'people' }[name];
    if (!from) return `#/${name}`;
    const address = await addressOf(page, from);
    await page.evaluate((to) => { location.hash = to; }, address);
    await settle(page);
    if (name === 'invite') {
        await page.getByRole('button', { name: 'Make the invite' }).click();
        await page.locator('#ov [role=img]').first().waitFor({ state: 'attached', timeout: 20_000 });
        return address;
    }
    return page.evaluate((kind) => document.querySelector(`#ov a[href*="#/${kind}/"]`)?.getAttribute('href') ?? `#/${kind}`, name);
}
