// Reads the flat buffer that app/shell/dom_mirror.cpp writes: what the page must change to show the next screen.

// In the order of ui::Role (app/ui/access.h).
export const roles = ['header', 'navigation', 'main', 'footer', 'section', 'list', 'list_item', 'group', 'figure', 'dialog',
    'heading', 'paragraph', 'label_text', 'button', 'link', 'text_field', 'choice', 'option', 'check', 'file_button',
    'table', 'row', 'column_header', 'cell', 'progress', 'image'];
const flagNames = ['disabled', 'checked', 'expanded', 'expandable', 'required', 'busy', 'modal', 'gesture', 'hiddenName',
    'multiline', 'spellcheck', 'browserPaints', 'pinned'];
const textNames = ['name', 'description', 'error', 'value', 'group', 'lang', 'accept', 'type', 'inputmode', 'autocomplete',
    'autocapitalize', 'enterkeyhint'];
const lives = ['off', 'polite', 'assertive'];
const currents = [null, 'page', 'step'];
const decoder = new TextDecoder();

// Returns {removed: [handle], order: [{handle, parent}] or null when it stands, moved: [{handle, rect}], changed: [node]}.
export function readPatch(memory, start) {
    const view = new DataView(memory, start);
    let at = 0;
    const u32 = () => { at += 4; return view.getUint32(at - 4, true); };
    const f32 = () => { at += 4; return view.getFloat32(at - 4, true); };
    const rect = () => ({ x: f32(), y: f32(), width: f32(), height: f32() });
    const text = () => {
        const length = u32();
        const from = at;
        at += (length + 3) & ~3;
        return length === 0 ? '' : decoder.decode(new Uint8Array(memory, start + from, length));
    };
    const several = (count, one) => Array.from({ length: count }, one);

    const counts = several(4, u32);
    return {
        removed: several(counts[0], u32),
        order: counts[1] === 0 ? null : several(counts[1], () => ({ handle: u32(), parent: u32() })),
        moved: several(counts[2], () => ({ handle: u32(), rect: rect() })),
        changed: several(counts[3], () => {
            const node = { handle: u32() };
            const kinds = u32();
            node.role = roles[kinds & 255];
            node.level = kinds >>> 8 & 255;
            node.live = lives[kinds >>> 16 & 255];
            node.current = currents[kinds >>> 24];
            const flags = u32();
            flagNames.forEach((name, bit) => { node[name] = (flags >>> bit & 1) === 1; });
            node.rect = rect();
            node.fontSize = f32();
            node.now = f32();
            node.most = f32();
            node.fieldFontSize = f32();
            const places = u32();
            node.position = places & 65535;
            node.setSize = places >>> 16;
            for (const name of textNames) node[name] = text();
            return node;
        }),
    };
}
