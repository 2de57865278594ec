// A reading is three presses away, is asked about where it is rare, can be late, put right and brought from a file; and it
// says what became of it.

import assert from 'node:assert/strict';

import { journey } from './support/journey.mjs';
import { daysAgo, goTo, logOne, reopened, saved, seeFact } from './support/steps.mjs';
import { say } from './support/words.mjs';

const nettlebys = { home: 'The Nettlebys', name: 'Agnes', others: [{ name: 'Tobit', relation: 'Grandson', aged: 9 }] };
const saveReading = (phone) => phone.press(say('log.save_reading'));

journey('how Agnes feels is three presses from Today, and a slip is undone by one', nettlebys, async (phone) => {
    for (const [rating, slip] of [['3', true], ['7', false]]) {
        await goTo(phone, 'today');
        await phone.press(say('measure.name.mood'));
        await phone.choose(new RegExp(`^${rating}`));
        await saveReading(phone);
        await phone.seeText(say('log.saved_here'));
        if (slip) await phone.press(say('do.undo'));
    }
    await reopened(phone, 'reading/=mood');
    await phone.see(say('measure.name.mood'));
    const all = phone.page.getByRole('list', { name: say('measure.name.mood') }).getByRole('listitem');
    await phone.found(all.first());
    assert.equal(await all.count(), 1);
    assert.match(await all.first().innerText(), /^7\b/);
});

journey('a reading in the other unit is kept as it was typed, and one that is rare at nine is asked about and then kept', nettlebys, async (phone) => {
    await logOne(phone, 'glucose', { about: 'Agnes', choices: ['mg/dL'], fields: { 'blood sugar': '126' } });
    // 700 is nothing unusual for a grown-up.
    await logOne(phone, 'peak_flow', { about: 'Agnes', fields: { 'peak flow': '700' } });
    await goTo(phone, 'log');
    await phone.choose('Tobit');
    await goTo(phone, 'log-one/=peak_flow');
    await phone.type('peak flow', '7000');
    await saveReading(phone);
    await phone.seeText(say('reading.outside', { lowest: '30', highest: '900', unit: 'L/min' }));
    await phone.type('peak flow', '700');
    await saveReading(phone);
    await phone.seeText(say('reading.unusual', { value: '700 L/min' }));
    await saveReading(phone);
    await saved(phone);

    await reopened(phone, 'timeline');
    await phone.choose('Tobit');
    await phone.press(/^Peak flow 700/, 'link');
    await seeFact(phone, say('entry.as_typed'), '700 L/min');
    await goTo(phone, 'timeline');
    await phone.choose('Agnes');
    await phone.press(/^Blood sugar/, 'link');
    await seeFact(phone, say('entry.as_typed'), '126 mg/dL');
});

journey('a reading of three days ago is written down late and put right, and both versions are there with who wrote them', nettlebys, async (phone) => {
    await logOne(phone, 'peak_flow', { about: 'Tobit', fields: { 'peak flow': '180' }, day: daysAgo(3) });
    await logOne(phone, 'reliever', { about: 'Tobit', fields: { 'puffs of the reliever': '0' } });
    await goTo(phone, 'timeline');
    await phone.press(/^Peak flow 180/, 'link');
    await phone.press(say('entry.change'));
    await phone.type('peak flow', '210');
    await saveReading(phone);
    await saved(phone);

    await reopened(phone, 'timeline');
    await phone.choose('Tobit');
    // None is a number like any other.
    await phone.found(phone.page.getByRole('link', { name: /^Reliever puffs 0/ }));
    await phone.press(/^Peak flow 210/, 'link');
    const weekday = say(`weekday.name.${(daysAgo(3).getDay() + 6) % 7}`);
    await seeFact(phone, say('entry.when'), weekday);
    const versions = phone.page.getByRole('list', { name: say('entry.history') }).getByRole('listitem');
    await phone.found(versions.first());
    const told = await versions.allInnerTexts();
    assert.equal(told.length, 2);
    assert.match(told[0], /Peak flow 210[^]*Agnes, Today/);
    assert.match(told[1], /Peak flow 180[^]*Agnes, Today/);
});

const lines = ['Date,Time,Weight (kg),Mood ring', '2026-03-02,08:10,71.4,blue', '2026-03-09,08:05,70.9,green', '2026-03-41,08:00,70.1,red'];
const ofTheScales = { name: 'scales.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };

journey('a file of readings is read once: every line is accounted for, and each says where it came from', nettlebys, async (phone) => {
    const count = (what) => phone.page.getByRole('list', { name: say('import.counts') }).getByRole('listitem')
        .filter({ hasText: new RegExp(`^\\W*${what}`) }).innerText();
    for (const already of [false, true]) {
        await goTo(phone, 'import');
        await phone.choose('Agnes');
        const [chooser] = await Promise.all([phone.page.waitForEvent('filechooser'), phone.press(say('import.choose'))]);
        await chooser.setFiles(ofTheScales);
        await phone.seeText(say('import.done', {}, already ? 0 : 2));
        assert.match(await count(say('import.taken')), /\b2$/);
        assert.match(await count(say('import.refused')), /\b1$/);
        if (already) assert.match(await count(say('import.already')), /\b2$/);
    }
    await phone.seeText(say('import.columns_left_out', { columns: 'Mood ring' }));
    await phone.seeText(say('import.date_unreadable_here', { date: '“2026-03-41”' }));

    await reopened(phone, 'reading/=weight');
    await phone.found(phone.page.getByRole('link', { name: /^71\.4/ }));
    await phone.press(/^70\.9/, 'link');
    await seeFact(phone, say('entry.source'), say('entry.imported'));
});

const spirometer = { name: 'blows.csv', mimeType: 'text/csv', buffer: Buffer.from('When;Blow\n6/11/2022 07:40;310\n7/11/2022 07:35;305\n') };

journey('a machine’s table that does not say what it holds is read once somebody says it', nettlebys, async (phone) => {
    await goTo(phone, 'import');
    await phone.choose('Agnes');
    const [chooser] = await Promise.all([phone.page.waitForEvent('filechooser'), phone.press(say('import.choose'))]);
    await chooser.setFiles(spirometer);
    await phone.found(phone.heading(say('import.columns_of', { file: 'blows.csv' }), 2));
    await phone.seeText(say('import.column_has', { sample: '310' }));
    await phone.type('Blow', 'puffing');
    await phone.press(say('import.read_columns'));
    await phone.seeText(say('import.column_unknown'));
    await phone.type('Blow', 'peak flow');
    await phone.press(say('import.read_columns'));
    await phone.seeText(say('import.done', {}, 2));
    await reopened(phone, 'readings');
    await phone.choose('Agnes');
    await phone.found(phone.page.getByRole('link', { name: /^Peak flow/ }));
});
