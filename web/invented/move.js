// Puts the files of a seeded profile where the app's IDBFS will find them: one record a file, under the profile's
// folder. A profile that this browser has already is left as it is, with all that was written in it.

const key = location.pathname.split('/').filter((part) => part !== '').at(-1);
const folder = `/profile-${key}`;
const at = (id) => document.getElementById(id);

const asPromise = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
});

// The stores that web/bridge/storage.js makes.
function openDatabase() {
    const opening = indexedDB.open(folder, 21);
    opening.onupgradeneeded = () => {
        opening.result.createObjectStore('FILE_DATA').createIndex('timestamp', 'timestamp', { unique: false });
        opening.result.createObjectStore('FENCE');
    };
    return asPromise(opening);
}

async function fetched(path) {
    const response = await fetch(path);
    if (!response.ok) throw new Error(`${path} is not there (${response.status}). Start again with ./dev run.`);
    return response;
}

async function move({ files }) {
    const database = await openDatabase();
    const there = await asPromise(database.transaction('FILE_DATA').objectStore('FILE_DATA').count());
    if (there > 0) return 'It is in this browser already, with what was written in it.';
    const contents = await Promise.all(files.map(async (name) =>
        new Uint8Array(await (await fetched(`/invented/${key}/file/${name}`)).arrayBuffer())));
    const timestamp = new Date();
    const folders = new Set(files.filter((name) => name.includes('/')).map((name) => name.split('/')[0]));
    const transaction = database.transaction('FILE_DATA', 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore('FILE_DATA');
    for (const name of folders) store.put({ timestamp, mode: 0o40700 }, `${folder}/${name}`);
    files.forEach((name, index) => store.put({ timestamp, mode: 0o100600, contents: contents[index] }, `${folder}/${name}`));
    await new Promise((done, failed) => {
        transaction.oncomplete = done;
        transaction.onabort = () => failed(transaction.error);
    });
    return 'It is in this browser now.';
}

try {
    const profile = await (await fetched(`/invented/${key}/profile.json`)).json();
    at('who').textContent = `${profile.name}. ${await move(profile)}`;
    at('passphrase').textContent = profile.passphrase;
    at('open').href = `/?profile=${key}`;
    at('way-in').hidden = at('open').hidden = false;
    at('open').focus();
} catch (problem) {
    at('who').textContent = problem.message;
}
