// What may be bundled: the script that joins the app's files refuses words that belong to a licence, wherever they stand.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { folderFor } from './support/goodweek.mjs';

const assets = fileURLToPath(new URL('../../assets/', import.meta.url));

// The library made of one licensed questionnaire, changed so.
async function made(folder, change, into = 'licensed') {
    const file = JSON.parse(await readFile(join(assets, 'questionnaires/licensed/swemwbs.json'), 'utf8'));
    change(file);
    await mkdir(join(folder, into), { recursive: true });
    await writeFile(join(folder, into, 'one.json'), JSON.stringify(file));
    const { status, stderr } = spawnSync('python3', [join(assets, 'make_library.py'), join(folder, 'out.cbor'), join(folder, 'out.h'),
        join(folder, 'none'), join(folder, 'none'), join(folder, 'none'), join(folder, into)], { encoding: 'utf8' });
    return { status, stderr };
}

test('a licensed questionnaire is bundled without its words, and with one of them not at all', async (t) => {
    const folder = await folderFor(t, 'make_library');
    assert.equal((await made(folder, () => {})).status, 0);
    const places = {
        'item[2].text': ({ item }) => { item[2].text = 'A statement'; },
        'concept[0].display': ({ contained }) => { contained[0].compose.include[0].concept[0].display = 'Often'; },
        'extension[0].valueString': ({ item }) => { item[0].extension = [{ url: 'https://goodweek.example/fhir/low', valueString: 'Never' }]; },
        'item[0].prefix': ({ item }) => { item[0].prefix = 'First of all'; },
    };
    for (const [place, say] of Object.entries(places)) {
        const { status, stderr } = await made(folder, ({ questionnaire }) => say(questionnaire));
        assert.equal(status, 1, place);
        assert.ok(stderr.includes(place) && stderr.includes('not ours to bundle'), stderr);
    }
});

test('a questionnaire lies in the folder of its class', async (t) => {
    const folder = await folderFor(t, 'make_library');
    assert.match((await made(folder, () => {}, 'questionnaires')).stderr, /C does not belong into questionnaires/);
    assert.match((await made(folder, ({ instrument }) => { instrument.class = 'A'; })).stderr, /A does not belong into licensed/);
    assert.match((await made(folder, ({ instrument }) => { instrument.owner = ''; })).stderr, /owner: has to be said/);
});
