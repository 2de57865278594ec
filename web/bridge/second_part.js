// The program's second part: the pages that Today can be used without (.environment/in_two.py cuts them off). It is fetched when
// the first part runs, and then stands in the places that the first has kept for it.

export function secondPart({ url, integrity }) {
    let first = null;
    let joined = null;

    // Nobody can get to what is not there: app/ui/views/screen.cpp shows a page that says so.
    const standIns = new Proxy({}, { get: (none, place) => () => { throw new Error(`called before it came: ${String(place)}`); } });

    async function bring() {
        const response = await fetch(url, { integrity, credentials: 'same-origin' });
        if (!response.ok) throw new Error(`${url}: ${response.status}`);
        await WebAssembly.instantiateStreaming(response, { first: first.exports });
    }

    return {
        imports: { afterwards: standIns },
        follows(instance) { first = instance; },
        // True once it is there. It can be asked again when it did not come.
        join() {
            joined ??= bring().then(() => true, () => {
                joined = null;
                return false;
            });
            return joined;
        },
    };
}
