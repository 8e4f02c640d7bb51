const MOST_KEYS = 30;
const DEEPEST = 3;
const KEY = /^[A-Za-z_][\w.-]{0,39}$/;

/**
 * The keys and types of a payload, for the log: `{"external_id":"string(9)","result":"null"}`. Bounded, and never a value:
 * what a vendor sends is about a person. A key that does not look like a name is not shown either.
 */
export function payloadShape(value: unknown, depth = 0): unknown {
  if (value === null) return 'null';
  if (typeof value === 'string') return `string(${value.length})`;
  if (Array.isArray(value)) return `array(${value.length})`;
  if (typeof value !== 'object') return typeof value;
  const entries = Object.entries(value);
  if (depth === DEEPEST) return `object(${entries.length})`;
  const shown = entries
    .slice(0, MOST_KEYS)
    .map(([key, each], index) => [looksLikeName(key) ? key : `key ${index + 1}`, payloadShape(each, depth + 1)]);
  return Object.fromEntries(entries.length > MOST_KEYS ? [...shown, ['more keys', entries.length - MOST_KEYS]] : shown);
}

/** Where in a payload something is: `result_details.criminal.result`. A key that does not look like a name shows as `*`. */
export function payloadPath(path: readonly PropertyKey[]): string {
  return path.map((key) => (looksLikeName(key) || typeof key === 'number' ? String(key) : '*')).join('.') || 'payload';
}

function looksLikeName(key: PropertyKey): boolean {
  return typeof key === 'string' && KEY.test(key);
}
