// Keeps the whole application for when there is no network. Everything is stored when it is installed, each file by
// the hash the build gave it, or nothing is: there is never half a version. Relay answers never pass through here:
// the relay is another origin, and only this application's own listed files are answered.

const build = { version: '', files: [] };   // web/pack.mjs writes this line
const mine = `goodweek-${build.version}`;
const home = new URL('./', self.location).href;
const addresses = new Map(build.files.map(({ url, integrity }) => [new URL(url, self.location).href, integrity]));

self.addEventListener('install', (event) => event.waitUntil(storeAll()));

async function storeAll() {
    const cache = await caches.open(mine);
    try {
        await Promise.all([...addresses].map(async ([url, integrity]) => {
            // What an earlier version had, byte for byte, need not come over the network again.
            const had = url === home ? undefined : await caches.match(url);
            const response = had ?? await fetch(new Request(url, { integrity, cache: 'no-cache', credentials: 'same-origin' }));
            if (!response.ok) throw new Error(`${url}: ${response.status}`);
            await cache.put(url, response);
        }));
    } catch (problem) {
        await caches.delete(mine);
        throw problem;
    }
}

self.addEventListener('activate', (event) => event.waitUntil(clearOthers()));

async function clearOthers() {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith('goodweek-') && name !== mine).map((name) => caches.delete(name)));
    await self.clients.claim();
}

self.addEventListener('fetch', (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.origin !== self.location.origin) return;
    const wanted = request.mode === 'navigate' && url.pathname === new URL(home).pathname ? home : url.href;
    if (addresses.has(wanted)) event.respondWith(stored(wanted, request));
});

async function stored(url, request) {
    const cache = await caches.open(mine);
    return (await cache.match(url)) ?? fetch(request);
}

// A person said: use the new version now.
self.addEventListener('message', ({ data }) => {
    if (data === 'take over') self.skipWaiting();
});
