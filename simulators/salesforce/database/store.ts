import type { FieldValue, ObjectDefinition } from '../model.ts';
import { createCommitLog, type Commit } from './commit-log.ts';
import { recordId } from './record-id.ts';
import { apply, indexOf, revert, type Row, type Table, type Write } from './table.ts';

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
  /** Objects with the same first three characters share one row of numbers. */
  nextId(definition: ObjectDefinition): string;
  /** The next number of an auto-number field; numbers of rolled back rows are not given again. */
  nextNumber(key: string, start: number): number;
  /** Undoes every write since the call. */
  savepoint(): () => void;
  /** Makes everything so far final. */
  commit(): void;
  /**
   * Takes back the newest commits as long as they are too new (`age`: 1 for the newest), but only what they wrote to
   * objects that lag; gives what restores it.
   */
  rewind(past: { isTooNew: (commit: Commit, age: number) => boolean; lags: (object: string) => boolean }): () => void;
  /** Forgets the indexes; to be called when definitions change. */
  reindex(): void;
  /** Forgets every row and number given. */
  clear(): void;
}

/** An empty store. */
export function createStore(): Store {
  const tables = new Map<string, Table>();
  const counters = new Map<string, number>();
  const dropped = new Set<string>();
  const undoLog: (Write & { isDrop?: boolean })[] = [];
  const commits = createCommitLog();

  const tableOf = (object: string): Table => {
    const table = tables.get(object) ?? { rows: new Map<string, Row>(), indexes: new Map() };
    tables.set(object, table);
    return table;
  };
  const write = (made: Write & { isDrop?: boolean }) => {
    apply(tableOf(made.object), made);
    undoLog.push(made);
  };
  const savepoint = () => {
    const mark = undoLog.length;
    return () => {
      for (const made of undoLog.splice(mark).reverse()) {
        revert(tableOf(made.object), made);
        if (made.isDrop) dropped.delete(made.id);
      }
    };
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
      const ids = indexOf(table, definition, field).idsOf(value);
      return ids.map((id) => table.rows.get(id)).filter((row) => row !== undefined);
    },
    put(object, after) {
      const id = String(after['Id']);
      write({ object, id, before: tableOf(object).rows.get(id), after });
    },
    drop(object, id) {
      const before = tableOf(object).rows.get(id);
      if (!before) return;
      write({ object, id, before, after: undefined, isDrop: true });
      dropped.add(id);
    },
    wasDropped: (id) => dropped.has(id),
    nextId: ({ keyPrefix }) => recordId(keyPrefix, count(`Id ${keyPrefix}`, 1)),
    nextNumber: count,
    savepoint,
    commit: () => commits.add(undoLog.splice(0)),
    rewind({ isTooNew, lags }) {
      const mark = undoLog.length;
      const newest = commits.newestFirst(lags);
      const end = newest.findIndex((commit, index) => !isTooNew(commit, index + 1));
      for (const { object, id, before, after } of newest.slice(0, end < 0 ? undefined : end).flatMap(writesBackwards)) {
        revert(tableOf(object), { object, id, before, after });
        undoLog.push({ object, id, before: after, after: before });
      }
      return () => {
        for (const made of undoLog.splice(mark).reverse()) revert(tableOf(made.object), made);
      };
    },
    reindex: () => tables.forEach((table) => table.indexes.clear()),
    clear() {
      for (const collection of [tables, counters, dropped, commits]) collection.clear();
      undoLog.length = 0;
    },
  };
}

function writesBackwards({ writes }: Commit): Write[] {
  return writes.toReversed();
}
