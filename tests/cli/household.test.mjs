// A family's record on the command line: made, written, read, taken away and brought back.

import assert from 'node:assert/strict';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import { answer, folderFor, goodweek, logsFolder } from './support/goodweek.mjs';

async function aFamily(test) {
    const folder = await folderFor(test, 'home');
    const profile = join(folder, 'thistlewick');
    const at = (...words) => ['--profile', profile, ...words];
    const made = await answer(at('create', 'The Thistlewicks'));
    await answer(at('person', 'add', 'Junie', '--born', '2016-05-21'));
    return { folder, profile, at, made };
}

test('a new family gets a recovery code once, and a second one is not made over it', async (t) => {
    const { at, made } = await aFamily(t);
    assert.equal(made.created, 'The Thistlewicks');
    assert.match(made.recovery_code, /^[0-9A-Z]+([- ][0-9A-Z]+)+$/);
    const again = await answer(at('create', 'The Thistlewicks'), { code: 1 });
    assert.match(again.refused.why, /already/);
});

test('four words are made for whoever has none of their own, and open the profile', async (t) => {
    const profile = join(await folderFor(t, 'words'), 'home');
    const made = await answer(['--profile', profile, 'create', 'The Oakapples', '--make-words'], { secret: null });
    assert.equal(made.passphrase.split(' ').length, 4);
    assert.deepEqual(await answer(['--profile', profile, 'people'], { secret: made.passphrase }), []);
});

test('people are listed as they were added', async (t) => {
    const { at } = await aFamily(t);
    await answer(at('person', 'add', 'Otto', '--relation', 'Grandad'));
    const people = await answer(at('people'));
    assert.deepEqual(people.map(({ name, born, relation }) => ({ name, born, relation })), [
        { name: 'Junie', born: '2016-05-21', relation: '' },
        { name: 'Otto', born: null, relation: 'Grandad' },
    ]);
    const refused = await answer(at('person', 'add', 'Nobody', '--born', '2016-02-30'), { code: 1 });
    assert.match(refused.refused.why, /not a day/);
    assert.equal((await answer(at('person', 'add', '   '), { code: 1 })).refused.field, 'name');
});

test('a reading is kept as it was typed, and shown in the measure’s own unit', async (t) => {
    const { at } = await aFamily(t);
    await answer(at('log', 'Junie', 'peak_flow', '320', '--at', '2026-01-06T07:45'));
    await answer(at('log', 'junie', 'glucose', '100', '--unit', 'mg/dL', '--at', '2026-01-05T08:10+01:00', '--context', 'before_breakfast'));
    await answer(at('log', 'Junie', 'blood_pressure', '110/70', '--at', '2026-01-04'));
    await answer(at('log', 'Junie', 'mood', '7', '--note', 'Best day'));
    const readings = await answer(at('readings', 'Junie'));
    assert.deepEqual(readings.map((each) => each.measure), ['blood_pressure', 'glucose', 'peak_flow', 'mood']);
    const [pressure, glucose, flow, mood] = readings;
    assert.equal(pressure.at, '2026-01-04');
    assert.deepEqual([pressure.value, pressure.second, pressure.unit], [110, 70, 'mmHg']);
    assert.equal(glucose.at, '2026-01-05T08:10:00+01:00');
    assert.deepEqual([glucose.value, glucose.unit, glucose.context], [5.551, 'mmol/L', 'before_breakfast']);
    assert.deepEqual([glucose.typed, glucose.typed_unit], ['100', 'mg/dL']);
    assert.deepEqual([flow.at, flow.value, flow.context], ['2026-01-06T07:45:00Z', 320, null]);
    assert.equal(mood.note, 'Best day');
    assert.equal((await answer(at('readings', 'Junie', 'peak_flow'))).length, 1);
});

test('a reading that cannot be is refused in words, and one that is unusual is asked about once', async (t) => {
    const { at } = await aFamily(t);
    const refusal = async (...words) => (await answer(at('log', ...words), { code: 1 })).refused;
    assert.ok((await refusal('Junie', 'peak_flow', '9000')).why.length > 10);
    assert.ok((await refusal('Junie', 'peak_flow', 'lots')).why.length > 10);
    assert.ok((await refusal('Junie', 'mood', '11')).why.length > 10);
    assert.match((await refusal('Junie', 'heartiness', '5')).why, /peak_flow/);
    assert.match((await refusal('Bert', 'peak_flow', '320')).why, /nobody called/);
    assert.ok((await refusal('Junie', 'peak_flow', '320', '--unit', 'furlongs')).why.length > 10);
    assert.ok((await refusal('Junie', 'peak_flow', '320', '--at', '2999-01-01T10:00')).why.length > 10);
    assert.match((await refusal('Junie', 'peak_flow', '320', '--at', '2026-02-30')).why, /not a moment/);
    await refusal('Junie', 'glucose', '28');
    assert.deepEqual(await answer(at('readings', 'Junie')), []);
    await answer(at('log', 'Junie', 'glucose', '28', '--sure'));
    assert.equal((await answer(at('readings', 'Junie'))).length, 1);
});

test('a home log is accounted for line by line, and the same file again adds nothing', async (t) => {
    const { at } = await aFamily(t);
    const file = join(logsFolder, 'data-02');
    const rows = (await readFile(file, 'latin1')).replace(/\n$/, '').split('\n');
    const lines = rows.length;
    const first = await answer(at('import', 'Junie', file, '--format', 'home-glucose'));
    assert.equal(first.lines, lines);
    assert.equal(first.taken + first.noted + first.refused, lines);
    assert.equal(first.reasons.length, first.noted + first.refused);
    assert.ok(first.reasons.every(({ line, why }) => line >= 1 && line <= lines && !why.startsWith('[')));
    assert.equal(first.already, 0);
    assert.match(first.credit, /Michael Kahn/);
    const readings = await answer(at('readings', 'Junie', 'glucose'));
    assert.equal(readings.length, rows.filter((row) => /\t(48|5[7-9]|6[0-4])\t\d+$/.test(row)).length);
    assert.ok(readings.every(({ at: when }) => when.startsWith('1989') || when.startsWith('1990')));

    const second = await answer(at('import', 'Junie', file));
    assert.equal(second.already, first.taken + first.noted);
    assert.equal(second.added, 0);
    assert.deepEqual(await answer(at('readings', 'Junie', 'glucose')), readings);
});

test('a file that is no log is refused in words, or accounted for where its form was named', async (t) => {
    const { folder, at } = await aFamily(t);
    const diary = join(folder, 'diary.txt');
    await writeFile(diary, 'Dear diary,\nnothing today.\n');
    assert.match((await answer(at('import', 'Junie', diary), { code: 1 })).refused.why, /cannot read this kind of file/);
    const named = await answer(at('import', 'Junie', diary, '--format', 'home-glucose'));
    assert.deepEqual([named.lines, named.taken, named.noted, named.refused], [2, 0, 0, 2]);
    assert.match((await answer(at('import', 'Junie', diary, '--format', 'papyrus'), { code: 1 })).refused.why, /papyrus/);
    assert.match((await answer(at('import', 'Junie', join(folder, 'absent')), { code: 1 })).refused.why, /No such file/);
});

test('everything can be taken away as a table or as JSON, and no file is written over unasked', async (t) => {
    const { folder, at } = await aFamily(t);
    await answer(at('log', 'Junie', 'peak_flow', '320', '--note', '=1+1'));
    const csv = join(folder, 'all.csv');
    await answer(at('export', csv));
    const table = await readFile(csv, 'utf8');
    assert.match(table, /^\uFEFFhome,entry,at,person/);
    assert.match(table, /peak_flow,320,,L\/min,320,L\/min/);
    assert.match(table, /'=1\+1/);
    const json = join(folder, 'all.json');
    await answer(at('export', json));
    const all = JSON.parse(await readFile(json, 'utf8'));
    assert.equal(all.entries.find((entry) => entry.kind === 'reading').value, 320);
    assert.match((await answer(at('export', csv), { code: 1 })).refused.why, /exists already/);
    await answer(at('export', csv, '--force'));
    await answer(at('export', join(folder, 'all.docx')), { code: 2 });
});

test('a backup brings everything back into an empty profile, once, for the right passphrase only', async (t) => {
    const { folder, at } = await aFamily(t);
    await answer(at('log', 'Junie', 'peak_flow', '320', '--at', '2026-01-06T07:45'));
    const backup = join(folder, 'thistlewick.gwb');
    await answer(at('backup', backup));
    assert.doesNotMatch(await readFile(backup, 'latin1'), /Junie|Thistlewick|peak_flow/);

    const elsewhere = join(folder, 'elsewhere');
    const wrong = await answer(['--profile', elsewhere, 'restore', backup], { code: 1, secret: 'not the right words' });
    assert.ok(wrong.refused.why.length > 10);
    assert.match((await answer(['--profile', elsewhere, 'people'], { code: 1 })).refused.why, /no profile/);
    assert.equal((await answer(['--profile', elsewhere, 'restore', backup])).added, 1);
    assert.deepEqual(await answer(['--profile', elsewhere, 'readings', 'Junie']), await answer(at('readings', 'Junie')));
    const again = await answer(['--profile', elsewhere, 'restore', backup]);
    assert.deepEqual([again.added, again.entries], [0, 1]);
    const exported = join(folder, 'elsewhere.json');
    await answer(['--profile', elsewhere, 'export', exported]);
    assert.equal(JSON.parse(await readFile(exported, 'utf8')).entries[0].home, 'The Thistlewicks');

    const damaged = join(folder, 'damaged.gwb');
    const bytes = await readFile(backup);
    bytes[bytes.length >> 1] ^= 1;
    await writeFile(damaged, bytes);
    const refused = await answer(['--profile', join(folder, 'third'), 'restore', damaged], { code: 1 });
    assert.ok(refused.refused.why.length > 10);
});

test('a wrong passphrase opens nothing, and none at all is wrong use', async (t) => {
    const { at } = await aFamily(t);
    const wrong = await answer(at('people'), { code: 1, secret: 'quite another set of words' });
    assert.ok(wrong.refused.why.length > 10);
    assert.doesNotMatch(JSON.stringify(wrong), /Junie/);
    const none = await goodweek(at('people'), { secret: null });
    assert.equal(none.code, 2);
    assert.match(none.err, /GOODWEEK_PASSPHRASE/);
});

test('a passphrase that is too short makes no profile', async (t) => {
    const profile = join(await folderFor(t, 'short'), 'home');
    const refused = await answer(['--profile', profile, 'create', 'The Oakapples'], { code: 1, secret: 'short' });
    assert.ok(refused.refused.why.length > 10);
    assert.match((await answer(['--profile', profile, 'people'], { code: 1 })).refused.why, /no profile/);
});

test('wrong use says how it is used, on standard error, and as JSON where that was asked for', async () => {
    const wrong = await goodweek(['dance']);
    assert.equal(wrong.code, 2);
    assert.equal(wrong.out, '');
    assert.match(wrong.err, /no verb `dance`/);
    assert.match((await answer(['log'], { code: 2 })).wrong_use.why, /PERSON MEASURE VALUE/);
    const help = await goodweek(['--help']);
    assert.equal(help.code, 0);
    assert.match(help.out, /call 999/);
});

test('what is on the disk shows no word of it', async (t) => {
    const { profile, at } = await aFamily(t);
    await answer(at('log', 'Junie', 'peak_flow', '320', '--note', 'Behind the boat shed'));
    const files = (await readdir(profile, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    assert.ok(files.length > 2);
    for (const file of files)
        assert.doesNotMatch(await readFile(join(file.parentPath, file.name), 'latin1'), /Junie|Thistlewick|peak_flow|boat shed/);
});
