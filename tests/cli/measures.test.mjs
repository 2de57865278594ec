// What can be measured, on the command line: the table itself, and the questions that a likely mistake is asked.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { answer, folderFor } from './support/goodweek.mjs';

async function gran(test) {
    const profile = join(await folderFor(test, 'measures'), 'home');
    const at = (...words) => ['--profile', profile, ...words];
    await answer(at('create', 'The Oakapples'));
    await answer(at('person', 'add', 'Gran', '--born', '1950-03-01'));
    return at;
}

test('every measure says its units and what is taken, without a profile', async () => {
    const all = await answer(['measures']);
    assert.equal(all.length, 31);
    const sugar = all.find(({ measure }) => measure === 'hba1c');
    assert.deepEqual(sugar.units, ['mmol/mol', '%']);
    assert.deepEqual(sugar.taken, [10, 200]);
    assert.equal(sugar.chart, 'step');
    assert.ok(all.every(({ name, topic }) => name && topic));
});

test('a number in the wrong unit is asked about by the unit that fits', async (t) => {
    const at = await gran(t);
    const outside = await answer(at('log', 'Gran', 'hba1c', '7.5'), { code: 1 });
    assert.match(outside.refused.why, /7\.5%/);
    const rare = await answer(at('log', 'Gran', 'weight', '250'), { code: 1 });
    assert.match(rare.refused.why, /250\.0 lb/);
    const taken = await answer(at('log', 'Gran', 'hba1c', '7.5', '--unit', '%'));
    assert.equal(Math.round(taken.value), 58);
    assert.equal(taken.typed_unit, '%');
});

test('a weight far from the one before is asked about once, and kept when it is right', async (t) => {
    const at = await gran(t);
    await answer(at('log', 'Gran', 'weight', '80', '--at', '2026-03-01'));
    const asked = await answer(at('log', 'Gran', 'weight', '70', '--at', '2026-03-20'), { code: 1 });
    assert.match(asked.refused.why, /80\.0 kg/);
    assert.equal((await answer(at('log', 'Gran', 'weight', '70', '--at', '2026-03-20', '--sure'))).value, 70);
    // A reading that is filled in later is held against its own past.
    await answer(at('log', 'Gran', 'weight', '79', '--at', '2026-02-20'));
});

test('an oxygen that is rare for a child is not for a grown-up', async (t) => {
    const at = await gran(t);
    await answer(at('person', 'add', 'Junie', '--born', '2016-05-21'));
    await answer(at('log', 'Gran', 'spo2', '90', '--at', '2026-03-01'));
    assert.match((await answer(at('log', 'Junie', 'spo2', '90', '--at', '2026-03-01'), { code: 1 })).refused.why, /rare/);
});
