// The program comes in two parts. Until the second is there, everything Today needs works, and every other page says what it
// waits for.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Phone } from './support/phone.mjs';
import { goTo, logPeakFlow, startFamily } from './support/steps.mjs';
import { say } from './support/words.mjs';
import { startSite } from './support/world.mjs';

const inFirst = ['today', 'log', 'log-one/=peak_flow', 'log-one/=note', 'log-one/=medicine', 'log-one/=activity', 'log-one/=rest',
    'readings', 'goals', 'more', 'help'];
const inSecond = ['reading/=peak_flow', 'week', 'day/=2026-11-06', 'plan', 'import', 'questionnaires', 'question/=ucla3.adult', 'scores/=ucla3.adult', 'goal', 'entry', 'care-plan', 'watching', 'summary', 'timeline', 'others', 'section/=about_me', 'section-form/=about_me', 'people', 'person', 'join', 'add',
    'messages', 'settings', 'sync'];
// With an offline copy there is nothing to wait for.
const withoutSecond = {
    serviceWorkers: 'block',
    prepare: (context) => context.route('**/second-*.wasm', (route) => route.abort('internetdisconnected')),
};

for (const query of ['', '?plain']) {
    test(`a family begins and writes its first reading before the second part has come${query}`, async (t) => {
        const { address } = await startSite(t);
        const phone = await Phone.open(t, address, { ...withoutSecond, query });
        await startFamily(phone);
        await logPeakFlow(phone, '320');
        for (const page of inFirst) {
            await goTo(phone, page);
            await phone.page.waitForTimeout(150);
            assert.equal(await phone.heading(say('coming.title')).count(), 0, page);
        }
        for (const page of inSecond) {
            await goTo(phone, page);
            await phone.see(say('coming.title'));
            await phone.seeText(say('coming.missing'));
        }
        phone.noComplaints();
        await phone.context.unroute('**/second-*.wasm');
        await phone.page.evaluate(() => dispatchEvent(new Event('online')));
        await phone.see(say('sync.title'));
        phone.noComplaints();
    });
}

test('who looks around before the second part has come is told, and gets there once it has', async (t) => {
    const { address } = await startSite(t);
    const phone = await Phone.open(t, address, withoutSecond);
    await phone.press(new RegExp(`^${say('start.look_around')}`), 'link');
    await phone.seeText(say('around.coming'));
    await phone.context.unroute('**/second-*.wasm');
    await phone.page.evaluate(() => dispatchEvent(new Event('online')));
    await phone.see(/Amal/);
    phone.noComplaints();
});
