// Puts an element's children into a wanted order with as few moves as possible.

// The longest run of numbers that rise, as positions in `numbers`.
function longestRise(numbers) {
    const ends = [];          // ends[k]: position of the smallest number that ends a run of length k + 1
    const previous = new Array(numbers.length).fill(-1);
    numbers.forEach((number, position) => {
        let low = 0;
        let high = ends.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if (numbers[ends[middle]] < number) low = middle + 1;
            else high = middle;
        }
        previous[position] = low === 0 ? -1 : ends[low - 1];
        ends[low] = position;
    });
    const run = [];
    for (let at = ends.at(-1) ?? -1; at !== -1; at = previous[at]) run.push(at);
    return run.reverse();
}

// The elements that may stay where they are. One that holds the focus always may: inserting it elsewhere would blur it.
function staying(wanted, placeNow) {
    const known = wanted.filter((child) => placeNow.has(child));
    const pinned = known.findIndex((child) => child.contains(document.activeElement));
    const places = known.map((child) => placeNow.get(child));
    if (pinned === -1) return new Set(longestRise(places).map((position) => known[position]));
    const before = known.slice(0, pinned).filter((child) => placeNow.get(child) < places[pinned]);
    const after = known.slice(pinned + 1).filter((child) => placeNow.get(child) > places[pinned]);
    const rise = (children) => longestRise(children.map((child) => placeNow.get(child))).map((i) => children[i]);
    return new Set([...rise(before), known[pinned], ...rise(after)]);
}

export function arrange(parent, wanted) {
    const now = [...parent.children];
    if (now.length === wanted.length && now.every((child, i) => child === wanted[i])) return;
    const keep = new Set(wanted);
    for (const child of now) if (!keep.has(child)) child.remove();
    const stay = staying(wanted, new Map([...parent.children].map((child, i) => [child, i])));
    let next = null;
    for (const child of wanted.toReversed()) {
        if (!stay.has(child)) parent.insertBefore(child, next);
        next = child;
    }
}
