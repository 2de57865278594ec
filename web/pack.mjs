// Makes the folder that is served: our JavaScript in one file, every file under a name that holds the hash of its
// content, every reference to it rewritten, integrity on what the page loads, and the list the service worker keeps for
// offline. Fails when a first visit would be more than the budget.
//
//   node web/pack.mjs --out build/web --add FOLDER...     (goodweek.mjs, argon2.mjs, their .wasm, second.wasm, fonts/, icons/)

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, posix, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

import { build as bundle, transform } from 'esbuild';

const here = import.meta.dirname;
const keepsName = new Set(['index.html', 'sw.js', 'host.json']);
const fontFiles = ['fonts/goodweek-text-regular.ttf', 'fonts/goodweek-text-semibold.ttf', 'fonts/goodweek-icons.ttf'];
// Part of nobody's first visit: what a host says of itself, and the pictures a system asks for when it installs an app.
const notKept = /^(sw\.js|host\.json|icons\/.*\.png)$/;
// Fetched once the page can be used, and kept for offline like the rest.
const canWait = /^(second\.wasm|library\.cbor)$/;
const budget = 600 * 1024;
// Whoever has WebGL2, Web Locks and a large enough WebAssembly reads this.
const oldest = 'es2022';

const { values: asked } = parseArgs({ options: {
    out: { type: 'string' }, add: { type: 'string', multiple: true, default: [] },
} });
if (!asked.out) {
    console.error('pack.mjs: --out FOLDER is needed');
    process.exit(2);
}

const made = new Map();       // path inside the page -> what the build made of it, under its first name
const packed = new Map();     // the same path -> {name, bytes, integrity}

async function gather(folder) {
    for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
        const path = relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/');
        if (entry.isFile()) made.set(path, await readFile(join(folder, path)));
    }
}

const digest = (bytes, kind, form) => createHash(kind).update(bytes).digest(form);

function put(path, content) {
    const bytes = Buffer.from(content);
    const extension = extname(path);
    const name = keepsName.has(path) ? path
        : `${path.slice(0, -extension.length)}-${digest(bytes, 'sha256', 'hex').slice(0, 12)}${extension}`;
    packed.set(path, { name, bytes, integrity: `sha256-${digest(bytes, 'sha256', 'base64')}` });
}

function putAsItIs(path) {
    if (!made.has(path)) throw new Error(`${path} has not been made`);
    put(path, made.get(path));
}

const nameOf = (path) => packed.get(path).name;
function described(path) {
    const { name, bytes, integrity } = packed.get(path);
    return { url: name, size: bytes.length, integrity };
}

// Emscripten's loaders name their program once, as a plain string.
const renamed = (text, program) => text.replaceAll(basename(program), basename(nameOf(program)));

async function putLoader(path) {
    const { code } = await transform(made.get(path).toString(), { minify: true, format: 'esm', target: oldest });
    put(path, renamed(code, path.replace(/\.mjs$/, '.wasm')));
}

// One script with everything it imports; `given` answers for imports that are made, not written.
async function script(path, given) {
    const answers = {
        name: 'made',
        setup(esbuild) {
            esbuild.onResolve({ filter: /^\.\/(build\.js|argon2\.mjs)$/ }, ({ path: wanted }) => ({ path: wanted.slice(2), namespace: 'made' }));
            esbuild.onLoad({ filter: /.*/, namespace: 'made' }, ({ path: wanted }) => ({ contents: given[wanted] }));
        },
    };
    const { outputFiles: [{ text }] } = await bundle({ entryPoints: [join(here, path)], bundle: true, minify: true, format: 'esm',
        target: oldest, write: false, plugins: [answers], logLevel: 'error' });
    return text;
}

async function putScripts() {
    const worker = await script('argon2-worker.js', { 'argon2.mjs': made.get('argon2.mjs').toString() });
    put('argon2-worker.js', renamed(worker, 'argon2.wasm'));
    await putLoader('goodweek.mjs');
    const facts = {
        glue: `./${nameOf('goodweek.mjs')}`, wasm: described('goodweek.wasm'), fonts: fontFiles.map(described),
        argon2Worker: nameOf('argon2-worker.js'), serviceWorker: 'sw.js',
        secondPart: described('second.wasm'), library: described('library.cbor'),
    };
    const version = digest(JSON.stringify(facts), 'sha256', 'hex').slice(0, 12);
    put('bridge.js', await script('bridge.js', { 'build.js': `export const build = ${JSON.stringify({ version, ...facts })};` }));
}

async function putStyle(path) {
    const { code } = await transform((await readFile(join(here, path))).toString(), { loader: 'css', minify: true, target: oldest });
    put(path, code.replace(/url\("?([^")]+)"?\)/g, (whole, target) => `url(${posix.relative(posix.dirname(path), nameOf(target))})`));
}

async function putManifest() {
    const text = await readFile(join(here, 'manifest.webmanifest'), 'utf8');
    put('manifest.webmanifest', text.replace(/("src": ")([^"]+)/g, (whole, before, path) => before + nameOf(path)));
}

async function putPage() {
    const html = await readFile(join(here, 'index.html'), 'utf8');
    const reference = (whole, attribute, path) => {
        if (!packed.has(path)) return whole;
        const checked = ['.js', '.css'].includes(extname(path)) ? ` integrity="${packed.get(path).integrity}"` : '';
        return `${attribute}="${nameOf(path)}"${checked}`;
    };
    const early = `<link rel="modulepreload" href="${nameOf('goodweek.mjs')}" integrity="${packed.get('goodweek.mjs').integrity}">\n`
        + `<link rel="preload" as="fetch" crossorigin href="${nameOf('goodweek.wasm')}">\n`;
    put('index.html', html.replace(/\b(href|src)="([^"#:]+)"/g, reference).replace('</head>', `${early}</head>`));
}

async function putServiceWorker() {
    const kept = [...packed].filter(([path]) => !notKept.test(path))
        .map(([path, { name, integrity }]) => ({ url: path === 'index.html' ? './' : name, integrity }));
    const version = digest(JSON.stringify(kept), 'sha256', 'hex').slice(0, 12);
    const text = await readFile(join(here, 'sw.js'), 'utf8');
    const written = text.replace(/^const build = .*$/m, `const build = ${JSON.stringify({ version, files: kept })};`);
    if (written === text) throw new Error('sw.js has no line for its list');
    put('sw.js', written);
}

async function write(folder) {
    const fresh = `${folder}.new`;
    await rm(fresh, { recursive: true, force: true });
    for (const { name, bytes } of packed.values()) {
        await mkdir(dirname(join(fresh, name)), { recursive: true });
        await writeFile(join(fresh, name), bytes);
    }
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
}

function withinBudget() {
    const sizes = [...packed].filter(([path]) => path === 'sw.js' || !(notKept.test(path) || canWait.test(path)))
        .map(([, { name, bytes }]) => ({ name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length }));
    const total = sizes.reduce((sum, { gzip }) => sum + gzip, 0);
    for (const { name, raw, gzip } of sizes.toSorted((a, b) => b.gzip - a.gzip)) {
        console.log(`${String(gzip).padStart(8)} ${String(raw).padStart(9)}  ${name}`);
    }
    console.log(`${String(total).padStart(8)} bytes gzipped for a first visit, of ${budget} allowed`);
    for (const [path, { bytes }] of packed) {
        if (canWait.test(path)) console.log(`${String(gzipSync(bytes, { level: 9 }).length).padStart(8)} ${String(bytes.length).padStart(9)}  ${path}, afterwards`);
    }
    return total <= budget;
}

for (const folder of asked.add) await gather(folder);
const pictures = [...made.keys()].filter((path) => /^icons\/icon.*\.(png|svg)$/.test(path));
for (const path of [...fontFiles, ...pictures, 'goodweek.wasm', 'argon2.wasm', 'second.wasm', 'library.cbor']) putAsItIs(path);
await putScripts();
for (const path of ['theme.css', 'styles.css', 'plain.css']) await putStyle(path);
await putManifest();
await putPage();
await putServiceWorker();
put('host.json', await readFile(join(here, 'host.json')));
await write(asked.out);
if (!withinBudget()) {
    console.error('pack.mjs: a first visit is over its budget');
    process.exit(1);
}
