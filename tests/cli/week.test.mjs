// The week on the command line: what was done, what is planned, and what stands on no board.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { answer, folderFor } from './support/goodweek.mjs';

async function aFamily(test) {
    const profile = join(await folderFor(test, 'week'), 'home');
    const at = (...words) => ['--profile', profile, ...words];
    await answer(at('create', 'The Oakapples'));
    await answer(at('person', 'add', 'Rowan'));
    await answer(at('person', 'add', 'Fern', '--born', '2018-07-01'));
    return at;
}

test('a family’s week has what was written down and what is planned, and not how anybody felt', async (t) => {
    const at = await aFamily(t);
    await answer(at('log', 'Rowan', 'glucose', '7.1', '--at', '2026-03-04T07:00'));
    await answer(at('log', 'Rowan', 'glucose', '8.4', '--at', '2026-03-04T19:00'));
    await answer(at('log', 'Rowan', 'mood', '3', '--at', '2026-03-04T20:00'));
    await answer(at('week', 'add', 'Swim', '--on', '2026-03-07T10:00', '--for', 'Fern, Rowan', '--where', 'Pool'));
    await answer(at('week', 'add', 'Eye screening', '--on', '2026-03-05', '--kind', 'appointment', '--for', 'Rowan'));
    await answer(at('week', 'add', 'Film night', '--on', '2026-03-07'));
    const week = await answer(at('week', '--from', '2026-03-06'));
    assert.deepEqual(week.map(({ day }) => day), ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08']);
    const on = (day) => week.find((one) => one.day === day).items;
    assert.deepEqual(on('2026-03-04').map(({ mark, what, times }) => [mark, what, times]), [['done', 'glucose', 2]]);
    assert.deepEqual(on('2026-03-05').map(({ mark, what, people }) => [mark, what, people]), [['planned', 'Eye screening', ['Rowan']]]);
    assert.deepEqual(on('2026-03-07').map(({ what, people }) => [what, people]), [['Swim', ['Fern', 'Rowan']], ['Film night', []]]);
});

test('what cannot stand on a day is refused with a reason, and changes nothing', async (t) => {
    const at = await aFamily(t);
    const refused = async (...words) => (await answer(at('week', 'add', ...words), { code: 1 })).refused;
    assert.ok(await refused('Swim', '--on', '2026-02-31'));
    assert.ok(await refused('Swim', '--on', 'Tuesday'));
    assert.ok(await refused('   ', '--on', '2026-03-07'));
    assert.ok(await refused('x'.repeat(100_000), '--on', '2026-03-07'));
    assert.ok(await refused('Swim', '--on', '2026-03-07', '--for', 'Nobody'));
    assert.ok(await refused('Swim', '--on', '2026-03-07', '--kind', 'party'));
    assert.ok((await answer(at('week', '--from', 'soon'), { code: 1 })).refused);
    const week = await answer(at('week', '--from', '2026-03-06'));
    assert.ok(week.every(({ items }) => items.length === 0));
    assert.deepEqual(await answer(at('goals')), []);
});
