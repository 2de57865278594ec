// A passphrase's key is worked out in a worker of its own, which is ended after each: the page stays alive meanwhile,
// and the memory that held the passphrase goes back to the system.

import { scriptUrl } from './trusted.js';

// Gives the 32 bytes of the key, or none when this phone could not find the memory.
export function derive(workerUrl, request) {
    return new Promise((answer) => {
        const worker = new Worker(scriptUrl(workerUrl), { type: 'module' });
        const finish = (key) => {
            worker.terminate();
            answer(key);
        };
        worker.onmessage = ({ data }) => finish(data);
        worker.onerror = () => finish(new Uint8Array());
        worker.postMessage(request, [request.secret.buffer]);
    });
}
