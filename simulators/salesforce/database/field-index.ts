import type { FieldDefinition, FieldValue, SObject } from '../model.ts';

/** Finds the ids of rows by the value of one field. */
export interface FieldIndex {
  idsOf(value: FieldValue): string[];
  add(row: Readonly<SObject>): void;
  remove(row: Readonly<SObject>): void;
}

/** An index over one field; texts are compared without regard to case unless the field is case-sensitive. */
export function createFieldIndex(field: FieldDefinition, rows: Iterable<Readonly<SObject>>): FieldIndex {
  const ids = new Map<FieldValue, Set<string>>();
  const keyOf = (value: FieldValue) => indexKey(field, value);
  const index: FieldIndex = {
    idsOf: (value) => [...(ids.get(keyOf(value)) ?? [])],
    add(row) {
      const key = keyOf(row[field.name] ?? null);
      if (key === null) return;
      const known = ids.get(key) ?? new Set<string>();
      ids.set(key, known.add(String(row['Id'])));
    },
    remove(row) {
      ids.get(keyOf(row[field.name] ?? null))?.delete(String(row['Id']));
    },
  };
  for (const row of rows) index.add(row);
  return index;
}

/** What values of a field are compared by. */
export function indexKey(field: FieldDefinition, value: FieldValue): FieldValue {
  const isId = field.type === 'Lookup' || field.type === 'MasterDetail' || field.type === 'Id';
  return typeof value === 'string' && !field.caseSensitive && !isId ? value.toLowerCase() : value;
}
