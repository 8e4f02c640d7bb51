/** A label with `{0}`, `{1}` … replaced by the values; a place without a value stays as it is. */
export function filledLabel(label: string, ...values: (string | number)[]): string {
    return label.replace(/\{(\d+)\}/g, (place, index) => String(values[Number(index)] ?? place));
}
