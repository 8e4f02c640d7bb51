import type { FieldValue, ObjectDefinition, SObject } from '../model.ts';
import { createFieldIndex, type FieldIndex } from './field-index.ts';
import { recordId } from './record-id.ts';

type Row = Readonly<SObject>;

/** The rows of every object, with an undo log. It stores what it is given: checks are made before. */
export interface Store {
  get(object: string, id: string): Row | undefined;
  /** In order of creation. */
  rows(object: string): Row[];
  /** Rows whose field has the value, by an index. */
  findBy(definition: ObjectDefinition, field: string, value: FieldValue): Row[];
  put(object: string, row: Row): void;
  drop(object: string, id: string): void;
  wasDropped(id: string): boolean;
  nextId(definition: ObjectDefinition): string;
  /** The next number of an auto-number field; numbers of rolled back rows are not given again. */
  nextNumber(key: string, start: number): number;
  /** Undoes every write since the call. */
  savepoint(): () => void;
  /** Makes everything so far final. */
  commit(): void;
  /** Forgets the indexes; to be called when definitions change. */
  reindex(): void;
  /** Forgets every row and number given. */
  clear(): void;
}

interface Table {
  rows: Map<string, Row>;
  indexes: Map<string, FieldIndex>;
}

/** An empty store. */
export function createStore(): Store {
  const tables = new Map<string, Table>();
  const counters = new Map<string, number>();
  const dropped = new Set<string>();
  const undoLog: (() => void)[] = [];

  const tableOf = (object: string): Table => {
    const table = tables.get(object) ?? { rows: new Map<string, Row>(), indexes: new Map<string, FieldIndex>() };
    tables.set(object, table);
    return table;
  };
  const count = (key: string, start: number) => {
    const next = counters.get(key) ?? start;
    counters.set(key, next + 1);
    return next;
  };

  return {
    get: (object, id) => tableOf(object).rows.get(id),
    rows: (object) => [...tableOf(object).rows.values()],
    findBy(definition, field, value) {
      const table = tableOf(definition.name);
      return indexOf(table, definition, field)
        .idsOf(value)
        .map((id) => table.rows.get(id))
        .filter((row) => row !== undefined);
    },
    put(object, row) {
      const table = tableOf(object);
      const before = replace(table, row);
      undoLog.push(() => (before ? replace(table, before) : remove(table, row)));
    },
    drop(object, id) {
      const table = tableOf(object);
      const before = table.rows.get(id);
      if (!before) return;
      remove(table, before);
      dropped.add(id);
      undoLog.push(() => {
        dropped.delete(id);
        restore(table, before);
      });
    },
    wasDropped: (id) => dropped.has(id),
    nextId: (definition) => recordId(definition.keyPrefix, count(`Id ${definition.name}`, 1)),
    nextNumber: count,
    savepoint() {
      const mark = undoLog.length;
      return () => {
        while (undoLog.length > mark) undoLog.pop()?.();
      };
    },
    commit: () => void (undoLog.length = 0),
    reindex: () => tables.forEach((table) => table.indexes.clear()),
    clear() {
      for (const collection of [tables, counters, dropped]) collection.clear();
      undoLog.length = 0;
    },
  };
}

function indexOf(table: Table, definition: ObjectDefinition, name: string): FieldIndex {
  const known = table.indexes.get(name);
  if (known) return known;
  const field = definition.fields.get(name);
  if (!field) throw new Error(`${definition.name} has no field ${name}`);
  const index = createFieldIndex(field, table.rows.values());
  table.indexes.set(name, index);
  return index;
}

function replace(table: Table, row: Row): Row | undefined {
  const id = String(row['Id']);
  const before = table.rows.get(id);
  table.rows.set(id, row);
  for (const index of table.indexes.values()) {
    if (before) index.remove(before);
    index.add(row);
  }
  return before;
}

function remove(table: Table, row: Row): void {
  table.rows.delete(String(row['Id']));
  table.indexes.forEach((index) => index.remove(row));
}

/** A restored row returns to its place in the order of creation, which is the order of ids. */
function restore(table: Table, row: Row): void {
  replace(table, row);
  const ordered = [...table.rows].sort(([a], [b]) => (a < b ? -1 : 1));
  table.rows.clear();
  ordered.forEach(([id, each]) => table.rows.set(id, each));
}
