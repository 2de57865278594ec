// What people do to the page's elements, told to C++ once each. The press itself is always the browser's own `click`,
// `input` or `change`: mouse, finger, keyboard, switch, voice and screen reader all arrive there, and sliding off or
// starting to scroll cancels it without any help from us.

import { keepUnkept, partOf } from './elements.js';

// As ui::ActionKind.
const kinds = { press: 0, set_text: 1, set_choice: 2, dismiss: 3, focus: 4, blur: 5, hover_in: 6, hover_out: 7, down: 8, up: 9 };

export function listen({ roots, openDialog, act, frameNow, pickFile }) {
    const tell = (part, kind, text = '', byKeyboard = false) => act(part.node.handle, kinds[kind], text, byKeyboard);
    const on = (event, answer, options) => {
        for (const root of roots) {
            root.addEventListener(event, (happened) => {
                const part = partOf(happened.target);
                if (part) answer(part, happened);
            }, options);
        }
    };

    on('click', (part, event) => {
        const { role } = part.node;
        if (role === 'file_button') return pickFile(part.node);
        if (role === 'link' && !ours(part.node, event)) return undefined;
        if (role !== 'button' && role !== 'link') return undefined;
        event.preventDefault();
        tell(part, 'press');
        // Sharing, copying and opening a file are granted only while the click itself runs.
        if (part.node.gesture) frameNow();
        return undefined;
    });
    on('change', (part) => {
        if (part.node.role === 'option') tell(part, 'set_choice');
        if (part.node.role === 'check') tell(part, 'press');
    });

    on('input', (part) => {
        if (part.node.role !== 'text_field') return;
        // One spelling for each letter, whatever the keyboard or the text that was pasted made of it.
        part.sent = part.control.value.normalize('NFC');
        keepUnkept(part);
        tell(part, 'set_text', part.sent);
    });
    on('compositionstart', (part) => { part.composing = true; });
    on('compositionend', (part) => { part.composing = false; });
    on('keydown', (part, event) => {
        // While a word is being composed, Enter chooses it and Escape gives it up: both are the keyboard's.
        if (event.isComposing || part.composing) return;
        if (event.key === 'Enter' && part.node.role === 'text_field' && !part.node.multiline) tell(part, 'press');
        const dialog = openDialog();
        if (event.key === 'Escape' && dialog) tell(dialog, 'dismiss');
    });

    on('focusin', (part, event) => {
        if (part.control === event.target) tell(part, 'focus', '', event.target.matches(':focus-visible'));
    });
    on('focusout', (part, event) => {
        if (part.control === event.target && !partOf(event.relatedTarget)) tell(part, 'blur');
    });
    followPointer(on, tell);
}

// A link to one of our own pages, pressed plainly. "Open in a new tab" and the like stay the browser's.
function ours(node, event) {
    const plainly = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    return plainly && (node.value === '' || node.value.startsWith('#'));
}

// Only for drawing what is under the pointer or held down.
function followPointer(on, tell) {
    const pressable = new Set(['button', 'link', 'option', 'check', 'file_button']);
    let hovered = null;
    let held = null;
    const hover = (part) => {
        if (part === hovered) return;
        if (hovered) tell(hovered, 'hover_out');
        hovered = part;
        if (hovered) tell(hovered, 'hover_in');
    };
    const release = () => {
        if (held) tell(held, 'up');
        held = null;
    };
    const quietly = { passive: true };
    on('pointerover', (part, event) => {
        if (event.pointerType !== 'touch') hover(pressable.has(part.node.role) ? part : null);
    }, quietly);
    on('pointerout', (part, event) => {
        if (!partOf(event.relatedTarget)) hover(null);
        if (part === held && partOf(event.relatedTarget) !== part) release();
    }, quietly);
    on('pointerdown', (part) => {
        if (!pressable.has(part.node.role)) return;
        held = part;
        tell(held, 'down');
    }, quietly);
    addEventListener('pointerup', release, quietly);
    addEventListener('pointercancel', release, quietly);
}
