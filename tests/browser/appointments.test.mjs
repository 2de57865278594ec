// What was planned and what came of it: kept, moved, could not be brought; in the family's own calendar meanwhile; and a
// group somebody went along to.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { journey } from './support/journey.mjs';
import { goTo, openSection, reopened } from './support/steps.mjs';
import { say } from './support/words.mjs';

const applegarths = { home: 'The Applegarths', name: 'Rowena', others: [{ name: 'Kit', relation: 'Son', aged: 6 }] };
const place = (new Date().getDay() + 6) % 7;

async function plan(phone, what, kind, { whom = null, where = '', time = '' } = {}) {
    await goTo(phone, 'week');
    await phone.press(say('week.add'));
    await phone.type(say('plan.what'), what);
    await phone.type(say('when.time_if_known'), time);
    if (whom) await phone.page.getByRole('checkbox', { name: whom }).check();
    await phone.choose(say(kind));
    await phone.type(say('plan.where'), where);
    await phone.press(say('plan.add'));
    await phone.seeText(say('plan.added'));
}

async function cameToBe(phone, what, outcome, why = '') {
    await goTo(phone, 'day');
    await phone.press(`${say('day.change')}, ${what}`, 'link');
    await phone.choose(say(outcome));
    if (why) await phone.type(say('plan.why'), why);
    await phone.press(say('plan.save'));
    await phone.seeText(say('plan.changed'));
}

journey('an appointment a boy could not be brought to counts among those not kept, and one moved does not count', applegarths, async (phone) => {
    await plan(phone, 'Asthma review', 'plan.appointment', { whom: 'Kit', where: 'Larkrise Lane', time: '9:40am' });
    await plan(phone, 'Eye test', 'plan.appointment', { whom: 'Rowena' });
    await plan(phone, 'Blood test', 'plan.appointment', { whom: 'Rowena' });
    await goTo(phone, 'week');
    const [file] = await Promise.all([phone.page.waitForEvent('download'), phone.press(new RegExp(`^${say('week.calendar')}`))]);
    const calendar = await readFile(await file.path(), 'utf8');
    assert.match(calendar, /^BEGIN:VCALENDAR\r\n/);
    assert.match(calendar, new RegExp(`DTSTART:\\d{8}T094000\r\n[^]*SUMMARY:Asthma review \\(Kit\\)\r\n`));
    assert.match(calendar, /LOCATION:Larkrise Lane\r\n/);
    assert.equal(calendar.match(/BEGIN:VEVENT/g).length, 3);
    await cameToBe(phone, 'Asthma review', 'plan.not_brought', 'No bus on Tuesdays');
    await cameToBe(phone, 'Eye test', 'plan.kept');
    await cameToBe(phone, 'Blood test', 'plan.rearranged');

    await reopened(phone, 'week');
    await phone.seeText(say('week.attendance', { kept: '1', of: '2' }));
    await phone.seeText(say('week.attendance_counts'));
});

journey('a choir Rowena chose from what was offered is in her week once she has been', applegarths, async (phone) => {
    await openSection(phone, 'What we were offered');
    for (const [what, chosen, more] of [['Friday choir', 'We chose it', async () => {
        await phone.page.getByRole('group', { name: 'Did you go?' }).getByRole('radio', { name: 'Once' }).click();
        await phone.type('Who came along the first time?', 'Sam from Larkrise Lane');
    }], ['Chair yoga', 'We said no', () => phone.type('Why?', 'Too far')]]) {
        await phone.press(/^Write (the first one|another)$/);
        await phone.type('What was offered?', what);
        await phone.choose(chosen);
        await more();
        await phone.press(say('do.save'));
        await phone.see('What we were offered');
        await phone.seeText(what);
    }
    await plan(phone, 'Choir', 'plan.group', { where: 'The chapel' });
    await cameToBe(phone, 'Choir', 'plan.kept');

    await reopened(phone, 'week');
    await phone.found(phone.page.getByRole('link', { name: new RegExp(`^${say(`weekday.name.${place}`)}.*Choir`) }).first());
    await openSection(phone, 'What we were offered');
    for (const words of ['We chose it', 'Sam from Larkrise Lane', 'We said no', 'Too far']) await phone.seeText(words);
});
