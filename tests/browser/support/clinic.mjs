// A clinic of a test's own, founded as a real one is: by the command line, with the relay's admin token. Its link
// worker can stay there, or be brought into a browser the way the development server brings seeded profiles.

import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { binFolder } from './paths.mjs';
import { Phone } from './phone.mjs';
import { goTo, open } from './steps.mjs';
import { say } from './words.mjs';
import { folderFor, startWorld } from './world.mjs';

const passphrase = 'larkrise lane invented words';

async function goodweek(profile, ...words) {
    const { stdout } = await promisify(execFile)(join(binFolder, 'goodweek'), ['--profile', profile, ...words, '--json'],
        { env: { ...process.env, GOODWEEK_PASSPHRASE: passphrase } });
    return JSON.parse(stdout);
}

// {site, relay, command, invite}. `command` runs goodweek over the worker's folder until openWorker takes it away.
export async function startClinic(test) {
    const folder = await folderFor(test, 'clinic');
    const world = await startWorld(test, { invented: folder });
    const command = (...words) => goodweek(join(folder, 'worker'), ...words);
    await command('clinic', 'create', 'Larkrise Lane', '--worker', 'Sam Lanternfield', '--relay', world.relay.origin,
        '--admin-token', world.relay.token);
    await writeFile(join(folder, 'seeded'), JSON.stringify({ profiles: [{ key: 'worker', name: 'Sam Lanternfield', passphrase }] }));
    const invite = async (whom) => (await command('clinic', 'invite', '--for', whom, '--app', world.site.address)).invite;
    return { ...world, command, invite };
}

// The clinic of the first so many invented families: {site, relay}.
export async function startInventedClinic(test, families = 4) {
    const folder = join(await folderFor(test, 'invented'), 'world');
    const world = await startWorld(test, { invented: folder });
    await promisify(execFile)(join(binFolder, 'goodweek'), ['seed', folder, '--relay', world.relay.origin, '--admin-token', world.relay.token,
        '--app', world.site.address, '--first', String(families)]);
    return world;
}

// A family that writes on the command line. Gives what runs goodweek over its folder.
export async function aFamilyThatJoined(test, name, person, link) {
    const command = goodweek.bind(null, join(await folderFor(test, 'family'), 'home'));
    await command('create', name);
    await command('person', 'add', person);
    await command('join', link);
    return command;
}

// The worker's own browser, open on the caseload. The folder must not be used by the command line after this: one
// device in two places is refused by whoever hears both.
export async function openWorker(test, { site }, options = {}) {
    const worker = await Phone.open(test, site.address, { size: 'wide', query: '?profile=worker', ...options });
    await worker.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await worker.page.goto(`${site.address}invented/worker`);
    await worker.page.getByRole('link', { name: 'Open it' }).waitFor();
    const secret = await worker.page.locator('#passphrase').textContent();
    worker.secret = secret;
    await worker.visit();
    await open(worker, secret);
    await worker.see(say('caseload.title'));
    return worker;
}

// A link to hand to a family, made on the worker's screen.
export async function inviteFamily(worker, whom) {
    await goTo(worker, 'join');
    await worker.see(say('invite.title'));
    const another = worker.page.getByRole('button', { name: say('invite.another') });
    if (await another.count() > 0) await another.click();
    await worker.type(say('invite.for_whom'), whom);
    await worker.press(say('invite.make'));
    await worker.press(say('invite.copy'));
    return worker.page.evaluate(() => navigator.clipboard.readText());
}
