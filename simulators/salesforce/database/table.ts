import type { ObjectDefinition, SObject } from '../model.ts';
import { createFieldIndex, type FieldIndex } from './field-index.ts';

/** A row as it is kept: never changed, only replaced. */
export type Row = Readonly<SObject>;

/** The rows of one object, in order of creation, with an index per field that was asked for. */
export interface Table {
  rows: Map<string, Row>;
  indexes: Map<string, FieldIndex>;
}

/** One write: without `before` the row came, without `after` it went. */
export interface Write {
  object: string;
  id: string;
  before: Row | undefined;
  after: Row | undefined;
}

/** The index over a field, made when it is first needed. @throws Error naming an unknown field. */
export function indexOf(table: Table, definition: ObjectDefinition, name: string): FieldIndex {
  const known = table.indexes.get(name);
  if (known) return known;
  const field = definition.fields.get(name);
  if (!field) throw new Error(`${definition.name} has no field ${name}`);
  const index = createFieldIndex(field, table.rows.values());
  table.indexes.set(name, index);
  return index;
}

/** Carries out a write. */
export function apply(table: Table, { id, before, after }: Write): void {
  for (const index of table.indexes.values()) {
    if (before) index.remove(before);
    if (after) index.add(after);
  }
  if (after) table.rows.set(id, after);
  else table.rows.delete(id);
}

/** Takes a write back. A row that returns takes its place in the order of creation, which is the order of ids. */
export function revert(table: Table, write: Write): void {
  apply(table, { ...write, before: write.after, after: write.before });
  if (write.after) return;
  const ordered = [...table.rows].sort(([a], [b]) => (a < b ? -1 : 1));
  table.rows.clear();
  ordered.forEach(([id, row]) => table.rows.set(id, row));
}
