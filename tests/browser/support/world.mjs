// A relay and a web host of their own for one test, on free ports of this machine, gone when the test ends.

import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { serve } from '../../../web/server.mjs';
import { binFolder, webFolder } from './paths.mjs';

const run = promisify(execFile);
const relayProgram = join(binFolder, 'goodweek-relay');

// A folder that is removed when the test ends.
export async function folderFor(test, name) {
    const folder = await mkdtemp(join(tmpdir(), `goodweek-${name}-`));
    test.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
    return folder;
}

export async function freePort() {
    const server = createServer();
    await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address();
    await new Promise((closed) => server.close(closed));
    return port;
}

// The web host alone, for pages that never sync.
export async function startSite(test, { relay = '', folder = webFolder, invented = '' } = {}) {
    const site = await serve({ folder, relay, invented });
    let open = true;
    const close = async () => {
        if (open) await site.close();
        open = false;
    };
    test.after(close);
    return { address: `http://127.0.0.1:${site.port}/`, close };
}

async function answers(address) {
    for (let tries = 0; tries < 100; ++tries) {
        const up = await fetch(address).then((response) => response.ok, () => false);
        if (up) return;
        await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error(`nothing answers at ${address}`);
}

// {origin, folder, token, start, stop}: a relay of the test's own, gone when the test ends.
export async function startRelay(test, port, appOrigin) {
    const folder = await folderFor(test, 'relay');
    const { stdout } = await run(relayProgram, ['init', folder]);
    let relay = null;
    let ended = null;
    const start = async () => {
        relay = spawn(relayProgram, ['serve', folder, '--port', String(port), '--name', `127.0.0.1:${port}`, '--app-origin', appOrigin,
            '--shared-address', '1000'], { stdio: ['ignore', 'ignore', 'inherit'] });
        ended = new Promise((done) => relay.once('exit', done));
        await answers(`http://127.0.0.1:${port}/healthz`);
    };
    const stop = async () => {
        if (relay.exitCode === null) relay.kill('SIGTERM');
        await ended;
    };
    test.after(stop);
    await start();
    // The token is the last word that init prints.
    return { origin: `http://127.0.0.1:${port}`, folder, token: stdout.trim().split(/\s+/).at(-1), start, stop };
}

// {site, relay}: what a clinic and its families need.
export async function startWorld(test, { invented = '' } = {}) {
    const port = await freePort();
    const site = await startSite(test, { relay: `http://127.0.0.1:${port}`, invented });
    const relay = await startRelay(test, port, new URL(site.address).origin);
    return { site, relay };
}
