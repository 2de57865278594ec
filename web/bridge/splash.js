// The first thing a person sees, before the program is here; and the last, if this browser cannot run it.

const needed = {
    webassembly: () => typeof WebAssembly === 'object' && typeof WebAssembly.instantiateStreaming === 'function',
    storage: () => typeof indexedDB === 'object' && indexedDB !== null,
    locks: () => 'locks' in navigator,
    streams: () => typeof TransformStream === 'function',
};

export function createSplash(splash) {
    const bar = splash.querySelector('progress');
    const say = (part, detail) => {
        splash.hidden = false;
        splash.dataset.state = part;
        bar.hidden = true;
        for (const paragraph of splash.querySelectorAll('[data-when]')) paragraph.hidden = paragraph.dataset.when !== part;
        for (const code of splash.querySelectorAll('code')) code.textContent = detail;
    };
    return {
        progress: (share) => { bar.value = Math.min(share, 1); },
        supported() {
            const missing = Object.keys(needed).filter((name) => !needed[name]());
            if (missing.length !== 0) say('too-old', missing.join(', '));
            return missing.length === 0;
        },
        failed(problem) {
            say('failed', String(problem?.message ?? problem));
            console.error(problem);
        },
        done: () => { splash.hidden = true; },
    };
}
