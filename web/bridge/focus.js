// Where the keyboard is. The page owns the focus: it is never blurred by us, never taken when it is there already,
// and never left on <body>, where a keyboard or screen reader user would have to start again from the top.

export function createFocus({ page, dialogs, scroller, parts }) {
    let requested = 0;
    let heading = null;           // the page's h1: another one is another page
    let shown = false;            // nothing takes the focus while the first page appears
    let holder = null;            // handle of what had the focus before the patch
    let wasBefore = [];           // reading order then
    const openers = [];           // what to go back to when a dialog closes

    const focusable = (part) => part?.control ?? null;
    const lost = () => document.activeElement === document.body || document.activeElement === null;

    function before(order) {
        const active = document.activeElement;
        holder = null;
        for (const [handle, part] of parts) if (part.control === active) holder = handle;
        wasBefore = order;
    }

    function after() {
        const h1 = page.querySelector('h1');
        const newPage = h1 !== heading;
        const dialog = dialogs.firstElementChild;
        heading = h1;
        if (newPage) startPage();
        if (parts.has(requested)) give(focusable(parts.get(requested)));
        else if (dialog && !dialog.contains(document.activeElement)) enter(dialog);
        else if (newPage && shown && !dialog) give(h1);
        else if (holder !== null && lost()) give(successor(dialog));
        if (!dialog) openers.length = 0;
        requested = 0;
        shown ||= h1 !== null;
    }

    function startPage() {
        scroller.scrollTop = 0;
        openers.length = 0;
    }

    function enter(dialog) {
        openers.push(holder);
        give(dialog.querySelector('h1, h2, h3, button, input, a'));
    }

    // What stands where the lost element stood: itself when it was only moved, a closed dialog's opener, else the
    // next in reading order that is still here, else the one before.
    function successor(dialog) {
        if (parts.has(holder)) return focusable(parts.get(holder));
        const opener = dialog ? null : focusable(parts.get(openers.pop()));
        if (opener) return opener;
        const at = wasBefore.findIndex((entry) => entry.handle === holder);
        const candidates = [...wasBefore.slice(at + 1), ...wasBefore.slice(0, at).reverse()];
        return candidates.map((entry) => focusable(parts.get(entry.handle))).find((control) => control) ?? heading;
    }

    function give(control) {
        if (!control || document.activeElement === control) return;
        control.focus(control === heading ? { preventScroll: true } : undefined);
    }

    return { before, after, request: (handle) => { requested = handle; } };
}
