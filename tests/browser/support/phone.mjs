// One person's browser: a profile folder that lasts, driven by the names a screen reader would say. Anything the page
// complains of fails the test that opened it.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';

import { chromium } from 'playwright-core';

import { chromiumPath } from './paths.mjs';
import { folderFor } from './world.mjs';

// The canvas needs WebGL2, drawn in software; the rest keeps Chromium from talking to anyone else.
export const flags = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const sizes = {
    phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    narrow: { viewport: { width: 320, height: 568 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    wide: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
};
// What a page may say although nothing is wrong: a browser that does not know a policy our headers name, and the
// network or the offline copy being off in a test that switched it off.
const harmless = [/Permissions-Policy/, /Service Worker registration blocked/, /ERR_INTERNET_DISCONNECTED/, /ERR_CONNECTION_REFUSED/];

export class Phone {
    constructor(test, address, options) {
        this.test = test;
        this.address = address;
        this.options = options;
        this.complaints = [];
        this.remarks = [];   // what the page told the browser's own log, to be read when a test fails
    }

    // `query` goes into the address ("?plain"); `size` is phone, narrow or wide; `prepare` has the browser before it goes
    // anywhere; the rest is Playwright's.
    static async open(test, address, { size = 'phone', query = '', prepare = null, ...options } = {}) {
        const phone = new Phone(test, address + query, { ...sizes[size], ...options });
        phone.prepare = prepare;
        phone.folder = await folderFor(test, 'phone');
        test.after(() => phone.close());
        await phone.start();
        return phone;
    }

    async start() {
        this.context = await chromium.launchPersistentContext(this.folder, { executablePath: chromiumPath, args: flags, ...this.options });
        this.page = this.context.pages()[0];
        this.listen(this.page);
        await this.prepare?.(this.context);
        await this.visit();
    }

    listen(page) {
        const complain = (text) => {
            if (!harmless.some((pattern) => pattern.test(text))) this.complaints.push(text);
        };
        page.on('pageerror', (problem) => complain(String(problem)));
        page.on('console', (message) => {
            if (message.type() === 'error' || message.type() === 'warning') complain(`${message.text()} ${message.location().url}`);
            else this.remarks.push(message.text());
        });
    }

    async visit(page = this.page) {
        await page.goto(this.address);
        await this.ready(page);
    }

    // Drawn, with its first heading there.
    async ready(page = this.page) {
        await page.locator('#splash').waitFor({ state: 'hidden' });
        await page.locator('#ov h1').first().waitFor({ state: 'attached' });
    }

    // Another tab of the same browser.
    async anotherTab() {
        const page = await this.context.newPage();
        this.listen(page);
        await this.visit(page);
        return page;
    }

    async close() {
        await this.context?.close().catch(() => {});
        this.context = null;
    }

    async restart() {
        await this.close();
        await this.start();
    }

    // As if the battery came out. The browser is found by its own profile folder, so no other can be hit.
    async kill() {
        for (const pid of await pidsOf(this.folder)) process.kill(pid, 'SIGKILL');
        await this.close();
    }

    noComplaints() {
        assert.deepEqual(this.complaints, []);
    }

    heading(name, level = 1) {
        return this.page.getByRole('heading', { name, level });
    }

    async see(name) {
        await this.found(this.heading(name));
    }

    async seeText(text) {
        await this.found(this.page.getByText(text).first());
    }

    // What is not there after all is an error that says what is.
    async found(locator, timeout = 30_000) {
        await locator.waitFor({ state: 'attached', timeout }).catch(async (problem) => {
            const shown = await this.page.locator('#ov').innerText();
            throw new Error(`${problem.message}\nThe page shows: ${shown.replaceAll('\n', ' | ')}\nIt complained of: ${[...this.complaints, ...this.remarks].join(' | ')}`);
        });
    }

    async press(name, role = 'button') {
        await this.page.getByRole(role, { name }).click();
    }

    async type(label, text) {
        await this.page.getByRole('textbox', { name: label }).fill(text);
    }

    async choose(name) {
        await this.page.getByRole('radio', { name }).click();
    }

    // Runs `work` and gives how many frames were drawn meanwhile, and how many changes the mirror had.
    async counted(work, settle = 300) {
        const frames = () => this.page.evaluate(() => globalThis.goodweek.frames());
        await this.page.evaluate(() => {
            globalThis.changesSeen = 0;
            globalThis.changesWatcher = new MutationObserver((list) => { globalThis.changesSeen += list.length; });
            globalThis.changesWatcher.observe(document.getElementById('ov'), { subtree: true, childList: true, attributes: true, characterData: true });
        });
        const before = await frames();
        await work();
        await this.page.waitForTimeout(settle);
        const changes = await this.page.evaluate(() => {
            globalThis.changesWatcher.disconnect();
            return globalThis.changesSeen;
        });
        return { frames: await frames() - before, changes };
    }
}

async function pidsOf(profile) {
    const pids = [];
    for (const entry of await readdir('/proc')) {
        const command = /^\d+$/.test(entry) ? await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '') : '';
        if (command.split('\0').includes(`--user-data-dir=${profile}`)) pids.push(Number(entry));
    }
    return pids;
}
