// Files that families have: a spreadsheet, one without a first line, and our own export; and the page that is made of it all.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import { answer, folderFor } from './support/goodweek.mjs';

async function aFamily(test) {
    const folder = await folderFor(test, 'import');
    const at = (...words) => ['--profile', join(folder, 'home'), ...words];
    await answer(at('create', 'The Oakapples'));
    await answer(at('person', 'add', 'Rowan', '--born', '1984-02-03'));
    await answer(at('person', 'add', 'Fern', '--born', '2018-07-01'));
    const file = async (name, text) => {
        await writeFile(join(folder, name), text);
        return join(folder, name);
    };
    return { folder, at, file };
}

test('a spreadsheet is read by what its first line calls each column, for whoever each row names', async (t) => {
    const { at, file } = await aFamily(t);
    const sheet = await file('sheet.csv', [
        'Date;Time;Who;Weight (kg);BP;Notes;Star sign',
        '6/11/2025;7:45;Rowan;72,5;128/76;before tea;Leo',
        '7/11/2025;;Fern;;;;Leo',
        '8/11/2025;;Nobody;70;;;Leo',
        '9/11/2025;;Rowan;"heavy; I think";;;Leo',
    ].join('\r\n'));
    const report = await answer(at('import', 'Rowan', sheet));
    assert.deepEqual([report.lines, report.taken, report.noted, report.refused], [4, 1, 1, 2]);
    assert.deepEqual(report.reasons.map(({ line }) => line), [3, 4, 5]);
    assert.equal(report.columns_left_out, 'Star sign');
    const weights = await answer(at('readings', 'Rowan', 'weight'));
    assert.deepEqual(weights.map(({ value, typed, source }) => [value, typed, source]), [[72.5, '72,5', 'table']]);
    // The same file once more brings nothing new.
    const again = await answer(at('import', 'Rowan', sheet));
    assert.deepEqual([again.already, again.added], [3, 0]);
});

test('a table without a first line is read by the one that is given with it', async (t) => {
    const { at, file } = await aFamily(t);
    const sheet = await file('meter.csv', '2025-11-06,07:45,320,x\n2025-11-07,07:45,340,y\n');
    assert.match((await answer(at('import', 'Rowan', sheet), { code: 1 })).refused.why, /CSV/);
    assert.match((await answer(at('import', 'Rowan', sheet, '--columns', 'when was it,how much'), { code: 1 })).refused.why, /column/);
    const report = await answer(at('import', 'Rowan', sheet, '--columns', 'date,time,peak flow,-'));
    assert.equal(report.taken, 2);
});

test('what was exported as CSV is read back whole, and not twice', async (t) => {
    const { folder, at } = await aFamily(t);
    await answer(at('log', 'Rowan', 'glucose', '7.1', '--at', '2025-11-06T07:45', '--note', '=after a walk'));
    await answer(at('log', 'Fern', 'peak_flow', '210', '--at', '2025-11-06'));
    const csv = join(folder, 'all.csv');
    await answer(at('export', csv));
    const here = await answer(at('import', 'Rowan', csv));
    assert.deepEqual([here.taken, here.already, here.added], [2, 2, 0]);
    // Who lives here is not read from a file: each such line says so.
    assert.ok(here.reasons.length > 0 && here.reasons.every(({ why }) => /is not read from files/.test(why)));

    const other = (...words) => ['--profile', join(folder, 'other'), ...words];
    await answer(other('create', 'The same Oakapples'));
    await answer(other('person', 'add', 'Rowan'));
    await answer(other('person', 'add', 'Fern'));
    const there = await answer(other('import', 'Rowan', csv));
    assert.deepEqual([there.taken, there.refused, there.added], [2, there.reasons.length, 2]);
    const [glucose] = await answer(other('readings', 'Rowan', 'glucose'));
    assert.deepEqual([glucose.value, glucose.note], [7.1, '=after a walk']);
    assert.equal((await answer(other('readings', 'Fern'))).length, 1);
});

test('a summary and a plan say what is written, and that nothing is', async (t) => {
    const { at } = await aFamily(t);
    const empty = await answer(at('summary', 'Rowan'));
    assert.deepEqual([empty.plan, empty.readings, empty.goals], [[], [], []]);
    assert.deepEqual(await answer(at('plan', 'show', 'Rowan')), []);
    await answer(at('log', 'Rowan', 'peak_flow', '320'));
    const [reading] = (await answer(at('summary', 'Rowan', '--days', '30'))).readings;
    assert.deepEqual([reading.measure, reading.last, reading.count], ['peak_flow', 320, 1]);
    assert.match((await answer(at('summary', 'Rowan', '--days', 'many'), { code: 1 })).refused.why, /days/);
});
