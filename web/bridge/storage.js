// Keeps a profile's folder in IndexedDB through Emscripten's IDBFS, and answers each of IDBFS's known faults
// (security.md 6): it lets a second tab delete what that tab has not loaded, it may call a failed write a success, an
// aborted transaction may never call back, and it asks the browser for no durability at all. So: one writer, and no
// save is believed until it has been read back.

import { holdLock, whileLocked } from './lock.js';

// As session::KeepFailure.
export const failures = { none: 0, aborted: 1, error: 2, lostConnection: 3, mismatch: 4, tooSlow: 5, full: 6 };
const patience = 10_000;
const files = 'FILE_DATA';        // IDBFS's own store
const fences = 'FENCE';           // ours beside it, where IDBFS does not look

class Refused extends Error {
    constructor(failure) {
        super(`not kept: ${failure}`);
        this.failure = failure;
    }
}

function failureOf(problem) {
    if (problem instanceof Refused) return problem.failure;
    if (problem?.name === 'QuotaExceededError') return failures.full;
    if (problem?.name === 'AbortError') return failures.aborted;
    return problem?.name === 'InvalidStateError' ? failures.lostConnection : failures.error;
}

// `asMeant(ticket, index, bytes)` is C++'s own comparison of length and BLAKE2b-256 with what it meant to save.
// `lost()` is told when another tab has taken the profile.
export function createStorage({ FS, IDBFS, folder, asMeant, lost }) {
    const me = crypto.randomUUID();
    const lockName = `gw${folder.replaceAll('/', '-')}`;
    let database = null;
    let fence = null;             // what the fence must still hold
    let held = false;
    let why = '';                 // the last save failed, for whoever reads the browser's own log
    let queue = Promise.resolve();

    // False when another tab holds the profile: then it may be read here and never saved.
    async function open() {
        await connect();
        FS.mkdirTree(folder);
        FS.mount(IDBFS, {}, folder);
        return take({ ifAvailable: true });
    }

    async function take(how) {
        held = await holdLock(lockName, how, () => {
            held = false;
            lost();
        });
        // The tab that had it may be in the middle of a save: let that finish before reading.
        await whileLocked(`${lockName}-write`, async () => {
            await sync(true);
            fence = await readFence();
        });
        return held;
    }

    async function connect() {
        database?.close();
        database = await openDatabase(folder);
        IDBFS.dbs[folder] = database;
    }

    function sync(populate) {
        return new Promise((done, failed) => {
            FS.syncfs(populate, (problem) => (problem ? failed(problem) : done()));
        });
    }

    async function readFence() {
        return asPromise(database.transaction(fences).objectStore(fences).get('last'));
    }

    // Gives one of `failures`. Saves wait for one another: each is one whole step of the profile's history.
    function keep(ticket, generation, names) {
        const kept = queue.then(() => whileLocked(`${lockName}-write`, () => twice(ticket, generation, names)));
        queue = kept.catch(() => {});
        return kept;
    }

    async function twice(ticket, generation, names) {
        const first = await attempt(ticket, generation, names);
        if (first === failures.none || !held) return first;
        console.info('Goodweek could not save at once and tries again:', why);
        try {
            await inTime(connect());
        } catch {
            return failures.lostConnection;
        }
        touch(names);
        return attempt(ticket, generation, names);
    }

    async function attempt(ticket, generation, names) {
        if (!held) return failures.aborted;
        try {
            await inTime(sync(false).then(() => prove(ticket, generation, names)));
            return failures.none;
        } catch (problem) {
            why = String(problem);
            return failureOf(problem);
        }
    }

    // IDBFS tells files apart by their time alone, so one that arrived damaged would never be written again.
    function touch(names) {
        for (const name of names) {
            const path = `${folder}/${name}`;
            if (FS.analyzePath(path).exists) FS.utime(path, Date.now(), Date.now());
        }
    }

    // One strict transaction that reads everything back and moves the fence. Its completion is what makes a save true:
    // it also flushes what went before it.
    function prove(ticket, generation, names) {
        return new Promise((done, failed) => {
            const transaction = database.transaction([files, fences], 'readwrite', { durability: 'strict' });
            const refuse = (failure) => {
                failed(new Refused(failure));
                transaction.abort();
            };
            transaction.oncomplete = () => {
                fence = { generation, tab: me };
                done();
            };
            transaction.onabort = () => failed(transaction.error ?? new Refused(failures.aborted));
            // The transaction's own error is not there yet; the request's says which it was: a full disk, above all.
            transaction.onerror = ({ target }) => failed(target.error ?? new Refused(failures.error));

            const entries = transaction.objectStore(files);
            names.forEach((name, index) => {
                entries.get(`${folder}/${name}`).onsuccess = ({ target }) => {
                    const bytes = target.result?.contents;
                    if (!bytes || !asMeant(ticket, index, bytes)) refuse(failures.mismatch);
                };
            });
            const fenced = transaction.objectStore(fences);
            fenced.get('last').onsuccess = ({ target }) => {
                const there = target.result;
                const expected = there?.generation === fence?.generation && there?.tab === fence?.tab;
                // Our own earlier try may have been completed after we had given it up.
                const alreadyOurs = there?.tab === me && there.generation === generation;
                if (expected || alreadyOurs) fenced.put({ generation, tab: me }, 'last');
                else refuse(failures.mismatch);
            };
        });
    }

    return {
        open,
        keep,
        takeOver: () => take({ steal: true }),
        held: () => held,
        // When all that was asked to be saved has been, or has failed.
        settled: () => queue,
    };
}

function asPromise(request) {
    return new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
    });
}

// IDBFS opens the same database at the same version; being first, we may put a store of our own beside its.
function openDatabase(name) {
    const opening = indexedDB.open(name, 21);
    opening.onupgradeneeded = () => {
        opening.result.createObjectStore(files).createIndex('timestamp', 'timestamp', { unique: false });
        opening.result.createObjectStore(fences);
    };
    return asPromise(opening);
}

function inTime(work) {
    let watchdog = 0;
    const bell = new Promise((_, failed) => {
        watchdog = setTimeout(() => failed(new Refused(failures.tooSlow)), patience);
    });
    return Promise.race([work, bell]).finally(() => clearTimeout(watchdog));
}

// Whether this browser has promised not to clear our storage by itself.
export async function askForKeeping() {
    return (await navigator.storage?.persist?.()) ?? false;
}
