// The only scripts this page may ever start by their address: the service worker and the passphrase worker. The page's
// policy refuses any other, whatever a fault elsewhere might ask for.

const allowed = new Set();
const policy = globalThis.trustedTypes?.createPolicy('gw-loader', {
    createScriptURL(url) {
        if (!allowed.has(url)) throw new TypeError(`not one of our scripts: ${url}`);
        return url;
    },
});

export function allowScripts(urls) {
    for (const url of urls) allowed.add(url);
}

export function scriptUrl(url) {
    return policy ? policy.createScriptURL(url) : url;
}
