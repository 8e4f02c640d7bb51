import type { Criteria, ValueSource } from './flow-criteria.ts';

const MERGE = /\{!\s*([^{}\s]+)\s*\}/g;

/** What stands in `{!…}` in a text. */
export function mergeFields(text: string): string[] {
  return [...text.matchAll(MERGE)].map((match) => match[1] ?? '');
}

/** The text with every `{!…}` replaced. */
export function mergeText(text: string, textOf: (reference: string) => string): string {
  return text.replace(MERGE, (_merge, reference: string) => textOf(reference));
}

/** References a value holds. */
export function inValue(source: ValueSource): string[] {
  if (source.kind === 'reference') return [source.reference];
  return typeof source.value === 'string' ? mergeFields(source.value) : [];
}

/** Both sides: where conditions compare references, not fields. */
export function inCriteria(criteria: Criteria): string[] {
  return [...criteria.conditions.map((one) => one.left), ...filterValues(criteria)];
}

/** The values conditions compare with. */
export function filterValues(criteria: Criteria): string[] {
  return criteria.conditions.flatMap((condition) => inValue(condition.right));
}
