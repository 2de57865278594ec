// Serves build/web on this machine for development and tests, with exactly the headers of security.md 7.1 that a real
// host must send. Listens on 127.0.0.1 only and ends when whoever started it ends.
//
//   node web/server.mjs --folder build/web --port 8080 --relay http://127.0.0.1:8081
//
// With --invented FOLDER, what `goodweek seed FOLDER` made can be opened in a browser: /invented/KEY brings the profile
// of that key into it. No other host has such a page.

import { readdir, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types = {
    '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
    '.mjs': 'text/javascript; charset=utf-8', '.wasm': 'application/wasm', '.ttf': 'font/ttf', '.svg': 'image/svg+xml', '.cbor': 'application/cbor',
    '.png': 'image/png', '.json': 'application/json', '.webmanifest': 'application/manifest+json',
};
const worthSqueezing = new Set(['.html', '.css', '.js', '.mjs', '.wasm', '.ttf', '.svg', '.json', '.webmanifest', '.cbor']);
const squeeze = {
    br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};
const hashed = /-[0-9a-f]{12}\.[a-z]+$/;

export function securityHeaders(relay) {
    const connect = relay ? `'self' ${relay}` : "'self'";
    return {
        'Content-Security-Policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; "
            + `font-src 'self'; connect-src ${connect}; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; `
            + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types gw-loader",
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
        'Cross-Origin-Resource-Policy': 'same-origin',
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
        'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
        'Permissions-Policy': 'camera=(self), publickey-credentials-get=(self), publickey-credentials-create=(self), microphone=(), '
            + 'geolocation=(), payment=(), usb=(), bluetooth=(self)',
    };
}

// All files of the folder in memory, read again when a new build has replaced them.
class Folder {
    constructor(path) {
        this.path = path;
        this.made = 0;
        this.files = new Map();
    }

    async find(name) {
        const { mtimeMs } = await stat(join(this.path, 'sw.js'));
        if (mtimeMs !== this.made) await this.read(mtimeMs);
        return this.files.get(name);
    }

    async read(made) {
        const files = new Map();
        for (const entry of await readdir(this.path, { withFileTypes: true, recursive: true })) {
            if (!entry.isFile()) continue;
            const name = relative(this.path, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/');
            files.set(`/${name}`, { name, bytes: await readFile(join(this.path, name)), squeezed: new Map() });
        }
        this.files = files;
        this.made = made;
    }
}

async function bodyFor(file, accepted) {
    const extension = extname(file.name);
    const encoding = worthSqueezing.has(extension) && ['br', 'gzip'].find((name) => accepted.includes(name));
    if (!encoding) return { bytes: file.bytes, encoding: null };
    if (!file.squeezed.has(encoding)) file.squeezed.set(encoding, squeeze[encoding](file.bytes));
    return { bytes: await file.squeezed.get(encoding), encoding };
}

// What /invented/... answers: its page, who is there, and the files of a profile as they lie in the seeded folder.
class Invented {
    constructor(folder) {
        this.folder = folder;
    }

    async find(path) {
        const asset = /^\/invented\/(move\.js|page\.css|icon\.svg)$/.exec(path);
        if (asset) return { name: asset[1], bytes: await readFile(join(import.meta.dirname, 'invented', asset[1])) };
        const [, key, rest = ''] = /^\/invented\/([a-z]+)(?:\/(.*))?$/.exec(path) ?? [];
        const { profiles } = JSON.parse(await readFile(join(this.folder, 'seeded'), 'utf8'));
        const profile = profiles.find((one) => one.key === key);
        if (!profile) return undefined;
        if (rest === '') return { name: 'index.html', bytes: await readFile(join(import.meta.dirname, 'invented', 'index.html')) };
        const files = await this.filesOf(key);
        if (rest === 'profile.json') return { name: rest, bytes: Buffer.from(JSON.stringify({ ...profile, files })) };
        const name = rest.replace(/^file\//, '');
        return files.includes(name) ? { name, bytes: await readFile(join(this.folder, key, name)) } : undefined;
    }

    async filesOf(key) {
        const found = await readdir(join(this.folder, key), { withFileTypes: true, recursive: true });
        return found.filter((entry) => entry.isFile() && entry.name !== 'lock')
            .map((entry) => relative(join(this.folder, key), join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'));
    }
}

// Gives {port, close}. `relay` is the origin the page may talk to; `port` 0 takes any free one.
export async function serve({ folder, relay = '', port = 0, invented = '' }) {
    const files = new Folder(folder);
    const people = invented ? new Invented(invented) : null;
    await files.find('/index.html');
    const always = securityHeaders(relay);

    async function answer(request, response) {
        const refuse = (status) => response.writeHead(status, { ...always, 'Cache-Control': 'no-store' }).end();
        if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
        const path = new URL(request.url, 'http://localhost').pathname;
        const asksForPeople = people && path.startsWith('/invented/');
        const found = asksForPeople ? await people.find(path) : await files.find(path === '/' ? '/index.html' : path);
        if (!found) return refuse(404);
        const file = path === '/host.json' ? { ...found, bytes: Buffer.from(JSON.stringify({ relay })), squeezed: new Map() } : { squeezed: new Map(), ...found };
        const { bytes, encoding } = await bodyFor(file, request.headers['accept-encoding'] ?? '');
        response.writeHead(200, {
            ...always,
            'Content-Type': types[extname(file.name)] ?? 'application/octet-stream',
            'Content-Length': bytes.length,
            'Cache-Control': hashed.test(file.name) ? 'public, max-age=31536000, immutable' : 'no-cache',
            Vary: 'Accept-Encoding',
            ...(encoding && { 'Content-Encoding': encoding }),
        });
        return response.end(request.method === 'HEAD' ? undefined : bytes);
    }

    const server = createServer((request, response) => {
        answer(request, response).catch(() => response.destroy());
    });
    await new Promise((ready, failed) => server.once('error', failed).listen(port, '127.0.0.1', ready));
    return {
        port: server.address().port,
        close: () => new Promise((closed) => {
            server.close(closed);
            server.closeAllConnections();
        }),
    };
}

function endWithParent() {
    const parent = process.ppid;
    setInterval(() => {
        if (process.ppid !== parent) process.exit(0);
    }, 500);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
    const { values } = parseArgs({ options: {
        folder: { type: 'string' }, relay: { type: 'string', default: '' }, port: { type: 'string', default: '0' },
        invented: { type: 'string', default: '' },
    } });
    if (!values.folder) {
        console.error('server.mjs: --folder FOLDER is needed');
        process.exit(2);
    }
    try {
        const { port } = await serve({ ...values, port: Number(values.port) });
        console.log(`http://127.0.0.1:${port}/`);
        endWithParent();
    } catch (problem) {
        console.error(`server.mjs: ${problem.message}`);
        process.exit(1);
    }
}
