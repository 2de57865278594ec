// How much room a text takes that the browser will paint because our own faces cannot set it (web-ui.md 7).

const cache = new Map();
const most = 500;

export function createMeasure(ruler) {
    return (text, size, width, semibold) => {
        const key = `${size}|${width}|${semibold}|${text}`;
        const known = cache.get(key);
        if (known) return known;
        ruler.style.setProperty('font-size', `${size}px`);
        ruler.style.setProperty('font-weight', semibold ? '600' : '400');
        ruler.style.setProperty('max-width', `${width}px`);
        ruler.textContent = text;
        const box = ruler.getBoundingClientRect();
        ruler.textContent = '';
        const measured = { width: Math.ceil(box.width), height: Math.ceil(box.height) };
        if (cache.size >= most) cache.clear();
        cache.set(key, measured);
        return measured;
    };
}
