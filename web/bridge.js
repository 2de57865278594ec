// The page's start, and the joints between the C++ program and the browser. What each habit of browsers needs lives in
// a module of its own beside this one; nothing here decides anything about a family.

import { build } from './build.js';
import { followAddress } from './bridge/address.js';
import { createAnnouncer } from './bridge/announce.js';
import { derive } from './bridge/argon2.js';
import { watchEnvironment } from './bridge/environment.js';
import { fetchCounted, loadEngine } from './bridge/engine.js';
import { copy, offer, pick } from './bridge/files.js';
import { createLoop } from './bridge/loop.js';
import { watchCanvas, wearLook } from './bridge/look.js';
import { createMeasure } from './bridge/measure.js';
import { createMirror } from './bridge/mirror.js';
import { send } from './bridge/network.js';
import { print } from './bridge/paper.js';
import { listen } from './bridge/presses.js';
import { secondPart } from './bridge/second_part.js';
import { memories, profileName, relayOfHost } from './bridge/settings.js';
import { createSplash } from './bridge/splash.js';
import { askForKeeping, createStorage } from './bridge/storage.js';
import { allowScripts } from './bridge/trusted.js';
import { watchUpdates } from './bridge/updates.js';

const at = (id) => document.getElementById(id);
const scroller = at('app');
const page = at('ov');
const dialogs = at('modal-page');
const canvas = at('canvas');
const splash = createSplash(at('splash'));
const profile = profileName(location.search);
const memory = memories(profile);
const asked = new URLSearchParams(location.search);

const second = secondPart(build.secondPart);
let engine = null;
let begun = false;
let storage = null;
const saying = createAnnouncer({ polite: at('say-polite'), now: at('say-now') });
const mirror = createMirror({ page, dialogs, scroller });
const loop = createLoop({ draw });
const environment = watchEnvironment({ scroller, dialogs, canvas, probe: at('probe'), changed: loop.wake });
const address = followAddress({ scroller, go: (text) => hear('go', text) });
const look = wearLook({ page, dialogs, scroller });
const measure = createMeasure(at('ruler'));

function draw(now) {
    if (!begun) return -1;
    if (environment.dirty()) engine.setEnvironment(environment.read());
    const again = engine.call('frame', now);
    address.settle();
    return again;
}

// Something happened outside: C++ hears of it at once, and the page is drawn anew when it can be.
function hear(name, ...values) {
    if (!begun) return;
    engine.call(name, ...values);
    loop.wake();
}

const headerLines = (headers) => headers.map(([name, value]) => `${name}: ${value}`).join('\n');

// What C++ asks of the page (app/shell/browser_web.cpp). Pointers are read at once: the memory behind them is C++'s.
const bridge = {
    failed: (problem) => splash.failed(problem),
    publish: (pointer) => (pointer === 0 ? mirror.settle() : mirror.apply(engine.memory(), pointer)),
    focus: (handle) => mirror.requestFocus(handle),
    say: (pointer, length, now) => saying(engine.text(pointer, length), now !== 0),
    title(pointer, length) {
        const title = engine.text(pointer, length);
        if (document.title !== title) document.title = title;
    },
    address: (pointer, length, replace) => address.show(engine.text(pointer, length), replace !== 0),
    look: (...measures) => look(...measures),
    measure(pointer, length, size, width, semibold, out) {
        const { width: wide, height } = measure(engine.text(pointer, length), size, width, semibold !== 0);
        new Float32Array(engine.memory(), out, 2).set([wide, height]);
    },
    keep(ticket, generation, pointer, length) {
        const names = engine.text(pointer, length).split('\n').filter((name) => name !== '');
        storage.keep(ticket, generation, names).then((failure) => hear('kept', ticket, failure));
    },
    derive(ticket, secret, secretLength, salt, memoryKib, passes) {
        derive(build.argon2Worker, { secret: engine.copy(secret, secretLength), salt: engine.copy(salt, 16), memoryKib, passes })
            .then((key) => hear('derived', ticket, key));
    },
    send(ticket, pointer, length, body, bodyLength) {
        const [method, url, ...lines] = engine.text(pointer, length).split('\n');
        const headers = lines.filter((line) => line !== '').map((line) => line.split(/: (.*)/s).slice(0, 2));
        send({ url, method, headers, body: engine.copy(body, bodyLength) })
            .then((answer) => hear('answered', ticket, answer.status, headerLines(answer.headers), answer.body));
    },
    offer(name, nameLength, type, typeLength, bytes, length) {
        offer(engine.text(name, nameLength), engine.text(type, typeLength), engine.copy(bytes, length), environment.coarse());
    },
    copy: (pointer, length) => copy(engine.text(pointer, length)),
    // After this frame has been put on the page: what is printed is the page.
    print: (pointer, length, large) => {
        const only = engine.text(pointer, length);
        setTimeout(() => print(only, large));
    },
    rememberLook: (pointer, length) => memory.rememberLook(engine.text(pointer, length)),
    askForKeeping: () => askForKeeping().then((promised) => hear('promised', promised)),
    takeOver: () => storage.takeOver().then(() => tellStarted()),
    tickIn: (milliseconds) => setTimeout(() => hear('tick'), Math.min(milliseconds, 2 ** 31 - 1)),
};

function tellStarted() {
    hear('started', !storage.held(), -new Date().getTimezoneOffset(), memory.look(), location.origin + location.pathname, memory.relay());
}

function listenToPerson() {
    listen({
        roots: [page, dialogs],
        openDialog: mirror.openDialog,
        act: (...action) => hear('act', ...action),
        frameNow: loop.frameNow,
        pickFile: (node) => pick(node.accept, (name, bytes) => hear('file', node.value, name, bytes),
            () => saying(at('file-too-large').textContent, true)),
    });
    at('skip').addEventListener('click', (event) => {
        event.preventDefault();
        (page.querySelector('h1') ?? at('splash')).focus();
    });
    at('plain-switch').addEventListener('click', () => hear('plain'));
    addEventListener('online', () => hear('online', true));
    addEventListener('offline', () => hear('online', false));
    // The app switcher shows a picture of the page as it was left: leave a blank one.
    document.addEventListener('visibilitychange', () => {
        document.body.classList.toggle('covered', document.hidden);
        hear('away', document.hidden);
    });
    addEventListener('pagehide', () => hear('away', true));
    watchCanvas(canvas, (whole) => hear('canvas', whole));
}

// Nobody waits for it to see their day.
async function fetchTheRest() {
    const here = await second.join();
    const { url, integrity } = build.library;
    const response = await fetch(url, { integrity, credentials: 'same-origin' }).catch(() => null);
    const library = here && response?.ok ? await response.arrayBuffer().catch(() => null) : null;
    return { here, library };
}

function tellOfTheRest({ here, library }) {
    hear('second_part', here);
    hear('came_with_us', new Uint8Array(library ?? 0));
}

// Without a network and without an offline copy it comes when there is one again, also where that was while it failed.
async function bringTheRest() {
    for (;;) {
        const networkIsBack = new Promise((back) => addEventListener('online', back, { once: true }));
        const rest = await fetchTheRest();
        tellOfTheRest(rest);
        if (rest.library) return;
        await networkIsBack;
    }
}

async function start() {
    if (!splash.supported()) return;
    allowScripts([build.argon2Worker, build.serviceWorker]);
    const sizes = new Map();
    const total = build.wasm.size + build.fonts.reduce((sum, font) => sum + font.size, 0);
    const progress = (url) => (come) => {
        sizes.set(url, come);
        splash.progress([...sizes.values()].reduce((sum, size) => sum + size, 0) / total);
    };
    const relay = relayOfHost(memory);
    const fonts = build.fonts.map((font) => fetchCounted(font, progress(font.url)).then((response) => response.arrayBuffer()));
    engine = await loadEngine({ glue: build.glue, wasm: build.wasm, second, canvas, bridge, progress: progress(build.wasm.url) });
    for (const [index, font] of (await Promise.all(fonts)).entries()) engine.call('font', index, new Uint8Array(font));
    storage = createStorage({
        FS: engine.FS, IDBFS: engine.IDBFS, folder: `/profile-${profile}`,
        asMeant: (ticket, index, bytes) => engine.call('as_meant', ticket, index, bytes) === 1,
        lost: () => hear('taken_over'),
    });
    await storage.open();
    if (memory.relay() === '') await relay;
    // Who comes to look around sees nothing before the family is there.
    const early = asked.get('household') === 'demo' ? await fetchTheRest() : null;
    engine.setEnvironment(environment.read());
    if (engine.call('begin', `/profile-${profile}`, asked.has('plain')) === 0) throw new Error('the letters could not be read');
    begun = true;
    // Where the address leads, before what is here is known: an invite may be the first thing a phone sees.
    const wanted = location.hash;
    const go = () => wanted !== '' && hear('go', wanted);
    go();
    tellStarted();
    if (early) {
        tellOfTheRest(early);
        hear('look_around');
        go();
    }
    listenToPerson();
    loop.frameNow();
    splash.done();
    if (!early?.library) bringTheRest();
    watchUpdates({
        workerUrl: build.serviceWorker, bar: at('update'), button: at('update-now'),
        beforeReload: () => { hear('away', true); return storage.settled(); },
    });
}

// For tests and for the curious: how often the page was drawn and changed.
globalThis.goodweek = { frames: () => loop.stats.frames, patches: () => mirror.stats.patches, version: build.version };

start().catch((problem) => splash.failed(problem));
