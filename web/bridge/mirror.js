// Keeps the page's real elements equal to what the screen says of itself, touching only what changed: a moved or
// re-made element loses its focus, a phone's keyboard and a screen reader's place.

import { roles, readPatch } from './wire.js';
import { arrange } from './arrange.js';
import { createFocus } from './focus.js';
import { describable, describePart, makePart, place, updatePart } from './elements.js';

export { partOf } from './elements.js';

export function createMirror({ page, dialogs, scroller }) {
    const parts = new Map();      // handle -> part
    let order = [];               // [{handle, parent}] in reading order
    const focus = createFocus({ page, dialogs, scroller, parts });
    const stats = { patches: 0 };

    function apply(memory, start) {
        const patch = readPatch(memory, start);
        ++stats.patches;
        focus.before(order);
        for (const handle of patch.removed) remove(handle);
        if (patch.order) order = patch.order;
        const parentOf = patch.order ? new Map(order.map((entry) => [entry.handle, entry.parent])) : null;
        const incoming = new Map(patch.changed.map((node) => [node.handle, node]));
        const roleOf = (handle) => (incoming.get(handle) ?? parts.get(handle)?.node)?.role;
        const undescribed = new Set();
        for (const node of patch.changed) {
            const known = parts.get(node.handle);
            const part = known ?? makePart(node, roleOf(parentOf.get(node.handle)));
            if (!known) parts.set(node.handle, part);
            updatePart(part, node);
            if (describable.has(node.role)) undescribed.add(part);
        }
        if (patch.order || undescribed.size !== 0) arrangeAll(patch.order !== null, undescribed);
        for (const { handle, rect } of patch.moved) {
            const part = parts.get(handle);
            part.node.rect = rect;
            place(part, rect);
        }
        showDialogs();
        focus.after();
    }

    function remove(handle) {
        const part = parts.get(handle);
        parts.delete(handle);
        part.outer.remove();
    }

    // Children under their parents, in reading order. Labels are tied to their fields on the way, because a field's
    // own label gives way to a drawn one.
    function arrangeAll(orderChanged, undescribed) {
        const childrenOf = new Map();
        for (const { handle, parent } of order) {
            const part = parts.get(handle);
            if (!childrenOf.has(parent)) childrenOf.set(parent, []);
            childrenOf.get(parent).push(part);
        }
        for (const part of parts.values()) {
            if (!describable.has(part.node.role) || !(orderChanged || undescribed.has(part))) continue;
            describePart(part, childrenOf.get(part.node.handle) ?? []);
        }
        const outermost = (childrenOf.get(0) ?? []).filter((part) => !part.node.modal);
        arrange(page, outermost.map((part) => part.outer));
        arrange(dialogs, order.map((entry) => parts.get(entry.handle)).filter((part) => part.node.modal).map((part) => part.outer));
        for (const part of parts.values()) {
            if (!part.slot) continue;
            const children = (childrenOf.get(part.node.handle) ?? []).filter((child) => !child.node.modal);
            // A plain leaf's only content is its own words.
            if (part.text === part.slot && children.length === 0) continue;
            arrange(part.slot, [...part.head, ...children.map((child) => child.outer), ...part.tail]);
        }
    }

    function showDialogs() {
        const open = dialogs.firstElementChild !== null;
        const holder = dialogs.parentElement;
        if (holder.hidden !== open) return;
        holder.hidden = !open;
        // The page behind a dialog can be neither pressed nor read until it closes.
        scroller.inert = open;
    }

    return {
        apply,
        // Nothing changed, but the focus may be asked for.
        settle() {
            focus.before(order);
            focus.after();
        },
        stats,
        part: (handle) => parts.get(handle),
        requestFocus: focus.request,
        openDialog: () => [...parts.values()].findLast((part) => part.node.modal) ?? null,
    };
}

export { roles };
