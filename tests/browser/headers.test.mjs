// What a web host must send with every answer (security.md 7.1), asked of the running server.

import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';

import { webFolder } from './support/paths.mjs';
import { startSite } from './support/world.mjs';

const relay = 'http://127.0.0.1:9';

async function firstWith(extension) {
    const names = await readdir(webFolder, { recursive: true });
    return names.find((name) => name.endsWith(extension));
}

test('every answer forbids scripts, frames and connections that are not ours', async (t) => {
    const site = await startSite(t, { relay });
    for (const path of ['', 'sw.js', 'host.json', await firstWith('.wasm'), 'no/such/page']) {
        const { headers } = await fetch(site.address + path);
        assert.equal(headers.get('content-security-policy'), "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
            + `img-src 'self' blob:; font-src 'self'; connect-src 'self' ${relay}; worker-src 'self'; manifest-src 'self'; base-uri 'none'; `
            + "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types gw-loader");
        assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
        assert.equal(headers.get('cross-origin-embedder-policy'), 'require-corp');
        assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
        assert.equal(headers.get('referrer-policy'), 'no-referrer');
        assert.equal(headers.get('x-content-type-options'), 'nosniff');
        assert.match(headers.get('strict-transport-security'), /^max-age=\d{8}/);
        assert.equal(headers.get('permissions-policy'), 'camera=(self), publickey-credentials-get=(self), '
            + 'publickey-credentials-create=(self), microphone=(), geolocation=(), payment=(), usb=(), bluetooth=(self)');
    }
});

test('files say what they are', async (t) => {
    const site = await startSite(t);
    const types = { '.wasm': 'application/wasm', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
        '.ttf': 'font/ttf', '.webmanifest': 'application/manifest+json', '.png': 'image/png' };
    for (const [extension, type] of Object.entries(types)) {
        const answer = await fetch(site.address + await firstWith(extension));
        assert.equal(answer.headers.get('content-type'), type);
    }
});

test('a file whose name holds its hash is kept for good; the page and the offline worker are asked for anew', async (t) => {
    const site = await startSite(t);
    const cached = async (path) => (await fetch(site.address + path)).headers.get('cache-control');
    assert.equal(await cached(await firstWith('.wasm')), 'public, max-age=31536000, immutable');
    for (const path of ['', 'sw.js', 'host.json']) assert.equal(await cached(path), 'no-cache');
});

test('nothing outside the served folder, and nothing but reading', async (t) => {
    const site = await startSite(t);
    for (const path of ['..%2f..%2fpackage.json', '%2e%2e/server.mjs', 'server.mjs', 'pack.mjs']) {
        assert.equal((await fetch(site.address + path)).status, 404);
    }
    assert.equal((await fetch(site.address, { method: 'POST', body: 'x' })).status, 405);
});

test('the page itself carries no script or style of its own, and checks all it loads', async (t) => {
    const site = await startSite(t);
    const html = await (await fetch(site.address)).text();
    assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/);
    for (const [tag] of html.matchAll(/<script[^>]*>|<link[^>]*rel="(?:stylesheet|modulepreload)"[^>]*>/g)) assert.match(tag, /integrity="sha256-/);
});

test('the host tells the page which relay it speaks of', async (t) => {
    const site = await startSite(t, { relay });
    assert.deepEqual(await (await fetch(`${site.address}host.json`)).json(), { relay });
});
