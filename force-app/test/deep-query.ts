/** Everything that fits a selector in an element's template and in those of the components inside it. */
export function deepQueryAll<T extends Element>(element: Element, selector: string): T[] {
    const root = element.shadowRoot;
    if (!root) return [];
    const inside = [...root.querySelectorAll('*')].flatMap((child) => deepQueryAll<T>(child, selector));
    return [...root.querySelectorAll<T>(selector), ...inside];
}

/** The first of them; null when there is none. */
export function deepQuery<T extends Element>(element: Element, selector: string): T | null {
    return deepQueryAll<T>(element, selector)[0] ?? null;
}
