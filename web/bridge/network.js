// Talks to the relay: sealed bytes out, sealed bytes back. No cookies, no redirects, nothing kept by the browser.

const patience = 30_000;
const most = 8 * 1024 * 1024;     // twice the largest answer the relay may give (security.md 4.2)

// Gives {status, headers: [[name, value]], body}; status 0 when no whole answer came.
export async function send({ url, method, headers, body }) {
    try {
        const response = await fetch(url, {
            method, headers, body: method === 'GET' ? undefined : body,
            mode: 'cors', credentials: 'omit', cache: 'no-store', redirect: 'error', referrerPolicy: 'no-referrer',
            signal: AbortSignal.timeout(patience),
        });
        return { status: response.status, headers: [...response.headers], body: await bounded(response) };
    } catch {
        return { status: 0, headers: [], body: new Uint8Array() };
    }
}

async function bounded(response) {
    const chunks = [];
    let length = 0;
    for (const reader = response.body?.getReader(); reader;) {
        const { done, value } = await reader.read();
        if (done) break;
        length += value.length;
        if (length > most) {
            await reader.cancel();
            throw new RangeError('the relay answers more than it may');
        }
        chunks.push(value);
    }
    const body = new Uint8Array(length);
    let at = 0;
    for (const chunk of chunks) {
        body.set(chunk, at);
        at += chunk.length;
    }
    return body;
}
