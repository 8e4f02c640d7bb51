import axe from 'axe-core';

/** What axe finds wrong with an element and all below it, one line per rule. Colours need a real browser. */
export async function axeViolations(element: Element): Promise<string[]> {
    const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
    return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(', ')})`);
}
