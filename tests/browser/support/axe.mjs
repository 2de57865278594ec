// axe-core's verdict on a page as it stands. Contrast on the canvas is not axe's to see (it is measured natively, pair
// by pair); on a Plain page it is.

import assert from 'node:assert/strict';

import AxeBuilder from '@axe-core/playwright';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function assertAccessible(page, where = page.url()) {
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    const told = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`));
    assert.deepEqual(told, [], where);
}
