// A clinic and its families on the command line, through a real relay.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import { answer, folderFor, goodweek, logsFolder, startRelay } from './support/goodweek.mjs';

async function aClinic(test) {
    const relay = await startRelay(test);
    const folder = await folderFor(test, 'clinic');
    const worker = ['--profile', join(folder, 'worker')];
    const made = await answer([...worker, 'clinic', 'create', 'Larkrise Lane', '--worker', 'Sam Lanternfield', '--relay', relay.origin,
        '--admin-token', relay.token]);
    return { relay, folder, worker, made };
}

async function aFamily({ folder, worker }, key, name, person) {
    const at = ['--profile', join(folder, key)];
    await answer([...at, 'create', name]);
    await answer([...at, 'person', 'add', person]);
    const { invite } = await answer([...worker, 'clinic', 'invite', '--for', name]);
    return { at, invite };
}

async function everyByteOf(folder) {
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    return (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')))).join('\n');
}

test('a family joins by its invite, and the clinic sees what it wrote and is told what it may read', async (t) => {
    const clinic = await aClinic(t);
    const { at, invite } = await aFamily(clinic, 'thistlewick', 'The Thistlewicks', 'Junie');
    await answer([...at, 'log', 'Junie', 'peak_flow', '265', '--at', '2026-01-06T07:45', '--note', 'Behind the boat shed']);
    const joined = await answer([...at, 'join', invite]);
    assert.deepEqual(joined.shared, ['readings', 'symptoms_and_notes', 'activities', 'medicines', 'goals', 'questionnaires']);
    assert.equal(joined.waiting, 0);

    await answer([...clinic.worker, 'sync']);
    const { families, clinic: name } = await answer([...clinic.worker, 'caseload']);
    assert.equal(name, 'Larkrise Lane');
    assert.equal(families.length, 1);
    assert.equal(families[0].family, 'The Thistlewicks');
    assert.deepEqual(families[0].people, ['Junie']);
    assert.equal(families[0].last_logged, '2026-01-06');
    assert.equal(families[0].entries, 1);
    assert.equal((await answer([...clinic.worker, 'readings', 'Junie']))[0].note, 'Behind the boat shed');

    await answer([...at, 'log', 'Junie', 'peak_flow', '270', '--at', '2026-01-07T07:45']);
    await answer([...at, 'sync']);
    await answer([...clinic.worker, 'sync']);
    assert.equal((await answer([...clinic.worker, 'caseload'])).families[0].last_logged, '2026-01-07');

    const kept = await everyByteOf(clinic.relay.folder);
    assert.doesNotMatch(kept, /Junie|Thistlewick|Lanternfield|peak_flow|boat shed/);
});

test('what a family does not share stays at home', async (t) => {
    const clinic = await aClinic(t);
    const { at, invite } = await aFamily(clinic, 'quillbramble', 'The Quillbrambles', 'Posy');
    await answer([...at, 'log', 'Posy', 'mood', '6', '--at', '2026-01-06T07:45']);
    const joined = await answer([...at, 'join', invite, '--share', 'goals']);
    assert.deepEqual(joined.shared, ['goals']);
    await answer([...clinic.worker, 'sync']);
    const { families } = await answer([...clinic.worker, 'caseload']);
    assert.equal(families[0].family, 'The Quillbrambles');
    assert.equal(families[0].entries, 0);
    assert.equal(families[0].last_logged, null);
    assert.equal((await answer([...at, 'join', invite, '--share', 'secrets'], { code: 1 })).refused.why.includes('--share'), true);
});

test('an invite lets one family in, once', async (t) => {
    const clinic = await aClinic(t);
    const { at, invite } = await aFamily(clinic, 'thistlewick', 'The Thistlewicks', 'Junie');
    await answer([...at, 'join', invite]);
    const other = ['--profile', join(clinic.folder, 'other')];
    await answer([...other, 'create', 'The Oakapples']);
    const refused = await answer([...other, 'join', invite], { code: 1 });
    assert.ok(refused.refused.why.length > 10);
    const nonsense = await answer([...other, 'join', 'come on in'], { code: 1 });
    assert.ok(nonsense.refused.why.length > 10);
});

test('with the relay away, writing goes on and sending waits', async (t) => {
    const clinic = await aClinic(t);
    const { at, invite } = await aFamily(clinic, 'thistlewick', 'The Thistlewicks', 'Junie');
    await answer([...at, 'join', invite]);
    await clinic.relay.stop();
    await answer([...at, 'log', 'Junie', 'peak_flow', '265']);
    const refused = await answer([...at, 'sync'], { code: 1 });
    assert.match(refused.refused.why, /could not be reached/);
    assert.equal((await answer([...at, 'readings', 'Junie'])).length, 1);
    assert.equal((await goodweek([...at, 'sync'])).code, 1);
});

test('a wrong admin token founds no clinic, and is not in the way of the right one', async (t) => {
    const relay = await startRelay(t);
    const worker = ['--profile', join(await folderFor(t, 'stranger'), 'worker')];
    const create = (token) => [...worker, 'clinic', 'create', 'Larkrise Lane', '--relay', relay.origin, '--admin-token', token];
    assert.ok((await answer(create('not a token'), { code: 1 })).refused.why.length > 10);
    assert.ok((await answer(create('A'.repeat(43)), { code: 1 })).refused.why.length > 10);
    assert.equal((await answer(create(relay.token))).created, 'Larkrise Lane');
});

test('an invented clinic and four families are seeded once, each open to whoever reads the answer', async (t) => {
    const relay = await startRelay(t);
    const folder = join(await folderFor(t, 'seed'), 'world');
    const words = ['seed', folder, '--relay', relay.origin, '--admin-token', relay.token, '--today', '2026-01-09', '--first', '4'];
    const seeded = await answer(words, { secret: null });
    assert.equal(seeded.already, false);
    assert.deepEqual(seeded.profiles.map(({ key }) => key), ['worker', 'thistlewick', 'oakapple', 'quillbramble', 'pebblecombe']);
    const [worker, thistlewick] = seeded.profiles;
    const { families } = await answer(['--profile', worker.profile, 'caseload'], { secret: worker.passphrase });
    assert.equal(families.length, 4);
    const home = families.find(({ family }) => family === 'The Thistlewicks');
    assert.deepEqual(home.people, ['Amal', 'Dev', 'Junie', 'Otto']);
    assert.equal(home.last_logged, '2026-01-09');
    assert.equal(home.group, 'waiting');
    assert.ok(home.entries > 1000);
    const pressure = await answer(['--profile', thistlewick.profile, 'readings', 'Dev', 'blood_pressure'], { secret: thistlewick.passphrase });
    assert.deepEqual([pressure.at(-1).value, pressure.at(-1).second], [128, 76]);
    assert.equal((await answer(words, { secret: null })).already, true);
});

// The data folder can be another one (GOODWEEK_LOGS); what it holds is what the clinic must see.
test('thirty-five real people, a household each, are all on the clinic’s caseload', { timeout: 900_000 }, async (t) => {
    const clinic = await aClinic(t);
    const files = (await readdir(logsFolder)).filter((name) => name.startsWith('data-')).sort();
    const expected = new Map();
    for (const file of files) {
        const { at, invite } = await aFamily(clinic, file, `Home ${file}`, 'Somebody');
        const report = await answer([...at, 'import', 'Somebody', join(logsFolder, file)]);
        const lines = (await readFile(join(logsFolder, file), 'latin1')).split('\n');
        assert.equal(report.lines, lines.at(-1) === '' ? lines.length - 1 : lines.length);
        assert.equal(report.taken + report.noted + report.refused, report.lines);
        await answer([...at, 'join', invite]);
        const readings = await answer([...at, 'readings', 'Somebody']);
        expected.set(`Home ${file}`, { last: lastDayIn(lines), entries: report.taken + report.noted, readings: readings.length });
    }
    await answer([...clinic.worker, 'sync']);
    const { families, credit } = await answer([...clinic.worker, 'caseload']);
    assert.equal(families.length, files.length);
    assert.match(credit, /Michael Kahn/);
    for (const { family, last_logged, entries, readings } of families)
        assert.deepEqual({ last: last_logged, entries, readings }, expected.get(family), family);
    assert.doesNotMatch(await everyByteOf(clinic.relay.folder), /Somebody|Home data|glucose|insulin/);
});

// The latest real date that stands in front of a line.
function lastDayIn(lines) {
    const days = lines.map((line) => line.match(/^(\d\d)-(\d\d)-(\d{4})\t/)).filter(Boolean).map(([, month, day, year]) => `${year}-${month}-${day}`);
    return days.sort().at(-1);
}
