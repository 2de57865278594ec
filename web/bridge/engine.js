// Loads the WebAssembly program, and lets its exports be called with JavaScript's own texts and bytes.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

// Fetches a file and tells how many of its bytes have come. `integrity` refuses any other bytes than the build made.
export async function fetchCounted({ url, size, integrity }, progress) {
    const response = await fetch(url, { integrity, credentials: 'same-origin' });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    let come = 0;
    const counted = response.body.pipeThrough(new TransformStream({
        transform(chunk, onward) {
            come += chunk.length;
            progress(Math.min(come, size));
            onward.enqueue(chunk);
        },
    }));
    return new Response(counted, { headers: { 'Content-Type': response.headers.get('Content-Type') } });
}

// `second` is the part that comes afterwards (second_part.js).
export async function loadEngine({ glue, wasm, second, canvas, bridge, progress }) {
    const { default: create } = await import(new URL(glue, document.baseURI));
    // Made here, before SDL asks for it, because only here may it be given its manners: the first context wins.
    canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false, stencil: false, powerPreference: 'low-power' });
    const module = await create({
        bridge,
        canvas,
        instantiateWasm(imports, receive) {
            // Compiles while it downloads, and lets the browser keep the compiled code.
            fetchCounted(wasm, progress)
                .then((response) => WebAssembly.instantiateStreaming(response, { ...imports, ...second.imports }))
                .then(({ instance, module: compiled }) => {
                    second.follows(instance);
                    receive(instance, compiled);
                })
                .catch((problem) => bridge.failed(problem));
            return {};
        },
        onAbort: (reason) => bridge.failed(new Error(String(reason))),
    });
    return wrap(module);
}

// A text or bytes argument becomes an address and a length, in memory that is given back after the call.
function caller(module) {
    return (name, ...given) => {
        const borrowed = [];
        const passed = given.flatMap((value) => {
            if (typeof value === 'boolean') return value ? 1 : 0;
            if (typeof value === 'number') return value;
            const bytes = typeof value === 'string' ? encoder.encode(value) : value;
            const pointer = module._malloc(Math.max(bytes.length, 1));
            borrowed.push(pointer);
            // The view is made here and now: memory moves when it grows.
            module.HEAPU8.set(bytes, pointer);
            return [pointer, bytes.length];
        });
        const answer = module[`_gw_${name}`](...passed);
        borrowed.forEach(module._free);
        return answer;
    };
}

function wrap(module) {
    const bytesAt = (pointer, length) => module.HEAPU8.subarray(pointer, pointer + length);
    return {
        FS: module.FS,
        IDBFS: module.IDBFS,
        call: caller(module),
        memory: () => module.HEAPU8.buffer,
        text: (pointer, length) => decoder.decode(bytesAt(pointer, length)),
        copy: (pointer, length) => bytesAt(pointer, length).slice(),
        setEnvironment: (numbers) => module.HEAPF64.set(numbers, module._gw_environment() / 8),
    };
}
