// One real HTML element for each AccessNode. A `Part` is what the mirror keeps of a node: its outermost element, the
// element a person can focus or press, where its children go and whose box is the drawn rectangle.
// Text goes in by textContent only: nothing a family wrote can ever become markup.

const tags = {
    header: 'header', navigation: 'nav', main: 'main', footer: 'footer', section: 'section', list: 'ul', list_item: 'li',
    group: 'div', dialog: 'div', paragraph: 'p', button: 'button', link: 'a', file_button: 'button', row: 'tr',
    column_header: 'th', cell: 'td', image: 'div', progress: 'progress',
};
// Said aloud although HTML says it too: an absolutely placed <td> is no longer a cell to some browsers.
const spokenRoles = { group: 'group', dialog: 'dialog', image: 'img', list: 'list', list_item: 'listitem',
    table: 'table', row: 'row', column_header: 'columnheader', cell: 'cell' };
const containers = new Set(['header', 'navigation', 'main', 'footer', 'section', 'list', 'list_item', 'group', 'figure',
    'dialog', 'table', 'row']);
const pressable = new Set(['button', 'link', 'file_button']);

export function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
}

const owners = new WeakMap();

// The part an element, or anything inside it, belongs to.
export function partOf(target) {
    for (let at = target; at instanceof Element; at = at.parentElement) {
        if (owners.has(at)) return owners.get(at);
    }
    return null;
}

// `parentRole` decides what a drawn label becomes: <label>, <legend> or a paragraph of hint or error.
export function makePart(node, parentRole) {
    const part = { node, outer: null, control: null, slot: null, box: null, text: null, head: [], tail: [] };
    const simple = (tag, className) => {
        part.outer = part.box = part.slot = element(tag, className);
        part.outer.id = `n${node.handle}`;
        return part.outer;
    };
    switch (node.role) {
    case 'heading':
        part.control = part.text = simple(`h${Math.min(Math.max(node.level, 1), 6)}`, 'leaf');
        part.control.tabIndex = -1;
        break;
    case 'label_text':
        part.text = simple(labelTag(node.level, parentRole), `leaf ${['label', 'hint', 'error'][node.level] ?? 'hint'}`);
        break;
    case 'text_field':
        makeField(part);
        break;
    case 'choice':
        simple('fieldset');
        part.ownLabel = element('legend', 'own');
        part.head = [part.ownLabel];
        break;
    case 'option':
        makeTick(part, 'radio');
        break;
    case 'check':
        makeTick(part, 'checkbox');
        break;
    case 'figure':
        simple('figure');
        part.caption = element('figcaption', 'own');
        part.head = [part.caption];
        break;
    case 'table':
        simple('table');
        part.caption = element('caption', 'own');
        part.head = [part.caption];
        break;
    default:
        simple(tags[node.role], containers.has(node.role) ? '' : 'leaf');
        if (!containers.has(node.role)) part.text = part.outer;
        // What the browser would not focus must not be chosen to take the focus over.
        if (pressable.has(node.role)) part.control = part.outer;
    }
    if (node.role === 'button' || node.role === 'file_button') part.outer.type = 'button';
    if (node.role === 'column_header') part.outer.scope = 'col';
    if (node.role === 'progress' || node.role === 'image') part.text = null;
    if (spokenRoles[node.role]) part.outer.setAttribute('role', spokenRoles[node.role]);
    if (containers.has(node.role) || node.role === 'choice') part.box = null;
    owners.set(part.outer, part);
    return part;
}

function labelTag(level, parentRole) {
    if (level !== 0) return 'p';
    if (parentRole === 'text_field') return 'label';
    return parentRole === 'choice' ? 'legend' : 'p';
}

function makeField(part) {
    part.outer = part.slot = element('div', 'field');
    part.control = part.box = element(part.node.multiline ? 'textarea' : 'input', 'leaf box');
    part.control.id = `n${part.node.handle}`;
    if (part.node.multiline) part.control.setAttribute('form', 'unkept');
    part.sent = '';  // what the person has typed, as far as C++ has been told
    part.ownLabel = element('label', 'own');
    part.ownLabel.htmlFor = part.control.id;
    part.head = [part.ownLabel];
    part.tail = [part.control];
}

// The whole row is the label, so the whole row can be pressed.
function makeTick(part, type) {
    part.outer = part.slot = element('div', 'tick');
    const row = element('label', 'leaf row');
    part.control = element('input');
    part.control.type = type;
    part.control.id = `n${part.node.handle}`;
    part.text = element('span');
    row.append(part.control, part.text);
    part.box = row;
    part.head = [row];
}

const attributes = {
    'aria-label': nameAttribute,
    'aria-description': (node) => describesItself(node) ? node.description : '',
    'aria-disabled': (node) => node.disabled && 'true',
    'aria-expanded': (node) => node.expandable && String(node.expanded),
    'aria-busy': (node) => node.busy && 'true',
    'aria-modal': (node) => node.modal && 'true',
    'aria-live': (node) => node.live !== 'off' && node.live,
    'aria-current': (node) => node.current,
    'aria-required': (node) => node.role === 'text_field' && node.required && 'true',
    'aria-invalid': (node) => node.role === 'text_field' && node.error !== '' && 'true',
    'aria-posinset': (node) => node.role === 'list_item' && node.setSize !== 0 && String(node.position),
    'aria-setsize': (node) => node.role === 'list_item' && node.setSize !== 0 && String(node.setSize),
    lang: (node) => node.lang,
    dir: (node) => node.browserPaints && 'auto',
};
const namedByAttribute = new Set(['navigation', 'section', 'list', 'group', 'dialog', 'image', 'progress']);
// Their names are words on the page, unless a heading has said them already.
const canHideName = new Set(['figure', 'table', 'text_field', 'choice']);
const describedByElement = new Set(['text_field', 'choice', 'option', 'check', 'label_text']);

function nameAttribute(node) {
    if (namedByAttribute.has(node.role)) return node.name;
    return canHideName.has(node.role) && node.hiddenName ? node.name : '';
}

function describesItself(node) {
    return !describedByElement.has(node.role);
}

function setAttribute(target, name, value) {
    if (value) {
        if (target.getAttribute(name) !== value) target.setAttribute(name, value);
    } else if (target.hasAttribute(name)) {
        target.removeAttribute(name);
    }
}

function setText(target, text) {
    if (target.textContent !== text) target.textContent = text;
}

// Brings an element up to its node. Touches only what differs, so that a patch is as small as the change.
export function updatePart(part, node) {
    const before = part.node;
    part.node = node;
    const target = part.control ?? part.outer;
    for (const [name, value] of Object.entries(attributes)) setAttribute(target, name, value(node));
    if (part.text) setText(part.text, node.name);
    if (part.caption) {
        setText(part.caption, node.hiddenName ? '' : node.name);
        part.caption.hidden = node.hiddenName;
    }
    if (part.ownLabel) setText(part.ownLabel, node.name);
    if (part.box) {
        place(part, node.rect);
        setStyle(part.box, 'font-size', `${fontSize(node)}px`);
    }
    part.outer.classList.toggle('browser-paints', node.browserPaints);
    part.outer.classList.toggle('pinned', node.pinned && containers.has(node.role));
    if (node.role === 'link') setAttribute(part.outer, 'href', node.value);
    if (node.role === 'progress') updateProgress(part.outer, node);
    if (node.role === 'text_field') updateField(part, before, node);
    if (node.role === 'option' || node.role === 'check') updateTick(part, node);
}

// iOS zooms into a field whose letters are smaller than 16 px, and stays there.
function fontSize(node) {
    return node.role === 'text_field' ? Math.max(node.fieldFontSize, 16) : node.fontSize;
}

function setStyle(target, name, value) {
    if (target.style.getPropertyValue(name) !== value) target.style.setProperty(name, value);
}

export function place(part, rect) {
    if (!part.box) return;
    setStyle(part.box, 'transform', `translate(${rect.x}px, ${rect.y}px)`);
    setStyle(part.box, 'width', `${rect.width}px`);
    setStyle(part.box, 'height', `${rect.height}px`);
}

function updateProgress(target, node) {
    target.max = node.most > 0 ? node.most : 1;
    if (node.busy) target.removeAttribute('value');
    else target.value = node.now;
}

function updateTick(part, node) {
    if (node.role === 'option') part.control.name = node.group;
    part.control.checked = node.checked;
}

function updateField(part, before, node) {
    const control = part.control;
    if (!node.multiline && control.type !== node.type) control.type = node.type;
    for (const name of ['inputmode', 'autocapitalize', 'enterkeyhint']) setAttribute(control, name, node[name]);
    setAttribute(control, 'spellcheck', String(node.spellcheck));
    control.classList.toggle('number', node.fieldFontSize >= 30);
    writeValue(part, before, node);
    keepUnkept(part);
}

// Browsers write what is in a field to their disk, for when a tab is brought back: not ours. It is told so once there is
// something in it, so that an empty one can still be filled in for a person; a passphrase is never written, and its
// manager needs its name. A longer text asks the form it belongs to.
export function keepUnkept({ control, node }) {
    const ours = control.value !== '' && !node.autocomplete.endsWith('password');
    setAttribute(control, 'autocomplete', ours ? 'off' : node.autocomplete);
}

// A person's own text is never replaced under their fingers: not while their keyboard composes a letter, and in a
// focused field only when the application changed the text by itself (cleared it after sending, say).
function writeValue(part, before, node) {
    const control = part.control;
    if (control.value === node.value || part.composing) return;
    const focused = document.activeElement === control;
    const byItself = node.value !== before.value && node.value !== part.sent;
    if (focused && !byItself) return;
    control.value = node.value;
    part.sent = node.value;
}

// Ties a field or group of choices to its label, hint and error: those drawn (children), or our own paragraphs that
// only a screen reader and the Plain page meet.
export function describePart(part, children) {
    const drawn = (level) => children.filter((child) => child.node.role === 'label_text' && child.node.level === level);
    const { node, control } = part;
    const labels = drawn(0);
    if (part.ownLabel) {
        const own = labels.length === 0 && !node.hiddenName;
        part.head = own ? [part.ownLabel] : [];
        if (!own) part.ownLabel.remove();
        for (const label of labels) if (control && label.outer.htmlFor !== control.id) label.outer.htmlFor = control.id;
    }
    const ids = [];
    for (const [level, className, text] of [[1, 'hint', hintOf(node)], [2, 'error', node.error]]) {
        const there = drawn(level);
        ids.push(...there.map((child) => child.outer.id));
        const slotName = `own_${className}`;
        if (there.length === 0 && text !== '') {
            part[slotName] ??= element('p', `own ${className}`);
            part[slotName].id = `n${node.handle}-${className}`;
            setText(part[slotName], text);
            ids.push(part[slotName].id);
            part.head.push(part[slotName]);
        } else if (part[slotName]) {
            part[slotName].remove();
            part[slotName] = null;
        }
    }
    if (node.role === 'option' || node.role === 'check') part.head = [part.box, ...part.head.filter((e) => e !== part.box)];
    setAttribute(control ?? part.outer, 'aria-describedby', ids.join(' '));
    if (node.role === 'choice') setAttribute(part.outer, 'aria-labelledby', labels.map((label) => label.outer.id).join(' '));
}

// A description holds the error too; said once is enough.
function hintOf(node) {
    return node.error === '' ? node.description : node.description.replace(node.error, '').trim();
}

export const describable = new Set(['text_field', 'choice', 'option', 'check']);
