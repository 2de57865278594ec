// What the page's surroundings are: sizes, the reader's wishes, the system's colours. Watched, never polled.

// In the order app/shell/surroundings.cpp reads them.
const wishes = [
    '(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(prefers-reduced-motion: reduce)', '(forced-colors: active)',
    '(pointer: coarse)', '(display-mode: standalone)',
];
const systemColours = ['Canvas', 'CanvasText', 'LinkText', 'ButtonFace', 'ButtonText', 'Highlight', 'GrayText'];
// A phone's third pixel cannot be seen and costs more than twice the drawing.
const sharpest = { phone: 2, other: 3 };

export function watchEnvironment({ scroller, dialogs, canvas, probe, changed }) {
    const queries = wishes.map((query) => matchMedia(query));
    const size = { width: 0, height: 0, pixelWidth: 0, pixelHeight: 0, dpr: 1 };
    let dirty = true;
    const mark = () => {
        dirty = true;
        changed();
    };

    for (const query of queries) query.addEventListener('change', mark);
    for (const event of ['online', 'offline', 'pageshow', 'orientationchange', 'resize']) addEventListener(event, mark);
    scroller.addEventListener('scroll', mark, { passive: true });
    dialogs.parentElement.addEventListener('scroll', mark, { passive: true });
    new ResizeObserver(mark).observe(probe);
    observeSize(scroller, canvas, size, mark);
    keepAboveKeyboard(mark);

    return {
        dirty: () => dirty,
        coarse: () => queries[4].matches,
        // The numbers surroundings.cpp expects, in its order.
        read() {
            dirty = false;
            const style = getComputedStyle(probe);
            const fontSize = parseFloat(style.fontSize);
            const px = (name) => parseFloat(style.getPropertyValue(name)) || 0;
            const flags = queries.reduce((bits, query, bit) => bits | (query.matches ? 1 << bit : 0), 0);
            return [
                size.width, size.height, size.pixelWidth, size.pixelHeight, size.dpr,
                scroller.scrollTop, dialogs.parentElement.scrollTop,
                px('padding-top'), px('padding-right'), px('padding-bottom'), px('padding-left'),
                fontSize, (parseFloat(style.lineHeight) || fontSize * 1.5) / fontSize,
                px('letter-spacing') / fontSize, px('word-spacing') / fontSize,
                flags, navigator.onLine ? 1 : 0, -new Date().getTimezoneOffset(),
                ...systemColours.map((name) => (queries[3].matches ? colourNumber(probe, name) : 0)),
            ];
        },
    };
}

// The canvas's own size in device pixels where the browser tells it: rounding it ourselves blurs every letter by half
// a pixel at zooms such as 110 %.
function observeSize(scroller, canvas, size, changed) {
    const phone = () => matchMedia('(pointer: coarse)').matches && Math.min(screen.width, screen.height) < 600;
    const take = (entries) => {
        const ratio = Math.min(devicePixelRatio, phone() ? sharpest.phone : sharpest.other);
        const exact = entries?.find((entry) => entry.devicePixelContentBoxSize)?.devicePixelContentBoxSize[0];
        size.width = scroller.clientWidth;
        size.height = scroller.clientHeight;
        scroller.style.setProperty('--scroller-top', `${scroller.offsetTop}px`);
        size.dpr = ratio;
        const uncapped = ratio === devicePixelRatio && exact && exact.inlineSize !== 0;
        size.pixelWidth = uncapped ? exact.inlineSize : Math.round(size.width * ratio);
        size.pixelHeight = uncapped ? exact.blockSize : Math.round(size.height * ratio);
        changed();
    };
    const observer = new ResizeObserver(take);
    try {
        observer.observe(canvas, { box: 'device-pixel-content-box' });
    } catch {
        observer.observe(canvas);
    }
    new ResizeObserver(() => take()).observe(scroller);
    take();
}

// iOS lays its keyboard over the page instead of making the page smaller, and leaves the field underneath.
function keepAboveKeyboard(changed) {
    const viewport = globalThis.visualViewport;
    if (!viewport) return;
    viewport.addEventListener('resize', () => {
        const covered = innerHeight - viewport.height;
        const keyboard = viewport.scale === 1 && covered > 60;
        if (keyboard) document.body.style.setProperty('--seen-height', `${viewport.height}px`);
        else document.body.style.removeProperty('--seen-height');
        if (keyboard && document.activeElement?.matches('input, textarea')) document.activeElement.scrollIntoView({ block: 'center' });
        changed();
    });
}

function colourNumber(probe, name) {
    probe.style.setProperty('color', name);
    const [red, green, blue] = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
    probe.style.removeProperty('color');
    return red * 65536 + green * 256 + blue;
}
