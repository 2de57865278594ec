// Works out one passphrase's key in its own small WebAssembly instance (app/vault/worker), then is ended by the page.

import create from './argon2.mjs';

self.onmessage = async ({ data: { secret, salt, memoryKib, passes } }) => {
    try {
        const module = await create();
        const copy = (bytes) => {
            const pointer = module._malloc(bytes.length);
            module.HEAPU8.set(bytes, pointer);
            return pointer;
        };
        const secretAt = copy(secret);
        const saltAt = copy(salt);
        const keyAt = copy(new Uint8Array(32));
        const done = module._gw_argon2id(secretAt, secret.length, saltAt, memoryKib, passes, keyAt) === 0;
        self.postMessage(done ? module.HEAPU8.slice(keyAt, keyAt + 32) : new Uint8Array());
    } catch {
        self.postMessage(new Uint8Array());
    }
};
