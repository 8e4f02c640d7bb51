import type { FieldType, ObjectDefinition, RunningUser, SObject } from '../model.ts';
import type { Automation, SaveError, SaveResult, Transaction } from '../save-model.ts';
import { fakeObject } from './fake-object.ts';

/** Somebody who asks for things in tests. */
export const USER: RunningUser = {
  id: '005000000000001AAA',
  username: 'rita@example.org',
  name: 'Rita Requester',
  email: 'rita@example.org',
  isAdmin: false,
};

interface FakeOrgOptions {
  /** Fields of each object by type; `Id` and `Name` are there anyway, a lookup is written `Lookup(Lead)`. */
  objects: Record<string, Record<string, string>>;
  now?: () => Date;
  permissions?: string[];
  /** Why a row cannot be saved. */
  refuse?: (object: string, row: SObject) => SaveError | undefined;
}

/** Rows in memory with the part of the save order flows see. */
export interface FakeOrg {
  automation: Automation | undefined;
  findObject(object: string): ObjectDefinition | undefined;
  /** Runs `work`, then what it left for after the commit, each in a transaction of its own. */
  transact<T>(work: (transaction: Transaction) => T): T;
  rows(object: string): SObject[];
  /** How many there were so far. */
  transactions(): number;
}

/** An org for tests of automation alone. Rows are refused by `refuse` or by flows, nothing else is checked. */
export function createFakeOrg({ objects, now = () => new Date(), permissions = [], refuse }: FakeOrgOptions): FakeOrg {
  const definitions = new Map(Object.entries(objects).map(([name, fields]) => [name, fakeObject(name, fields)]));
  let rows = new Map<string, Map<string, SObject>>([...definitions.keys()].map((name) => [name, new Map()]));
  let tasks: ((transaction: Transaction) => void)[] = [];
  let ids = 0;
  let transactions = 0;

  const definitionOf = (object: string): ObjectDefinition => {
    const definition = definitions.get(object);
    if (!definition) throw new Error(`no object ${object}`);
    return definition;
  };
  const table = (object: string) => rows.get(definitionOf(object).name) ?? new Map<string, SObject>();

  function savepoint(): () => void {
    const [keptRows, keptTasks] = [new Map([...rows].map(([name, one]) => [name, new Map(one)])), [...tasks]];
    return () => {
      rows = keptRows;
      tasks = keptTasks;
    };
  }

  function save(transaction: Transaction, object: string, given: SObject): SaveResult {
    const undo = savepoint();
    const prior = typeof given['Id'] === 'string' ? (table(object).get(given['Id']) ?? null) : null;
    const record: SObject = { ...blank(definitionOf(object)), ...prior, ...given };
    const [early] = org.automation?.beforeSave(transaction, [{ object, record, prior }]) ?? [];
    const refusal = early ?? refuse?.(object, record);
    if (refusal) return { id: null, errors: [refusal] };
    record['Id'] ??= `${definitionOf(object).keyPrefix}${String(++ids).padStart(12, '0')}AAA`;
    table(object).set(String(record['Id']), Object.freeze(record));
    const [late] = org.automation?.afterSave(transaction, [{ object, record: { ...record }, prior }]) ?? [];
    if (!late) return { id: String(record['Id']), errors: [] };
    undo();
    return { id: null, errors: [late] };
  }

  function remove(transaction: Transaction, object: string, id: string): SaveResult {
    const [undo, record] = [savepoint(), table(object).get(id)];
    const [error] = (record && org.automation?.beforeDelete?.(transaction, [{ object, record, prior: null }])) ?? [];
    table(object).delete(id);
    if (!error) return { id, errors: [] };
    undo();
    return { id, errors: [error] };
  }

  function orUndone<T>(work: () => T): T {
    const undo = savepoint();
    try {
      return work();
    } catch (error) {
      undo();
      throw error;
    }
  }

  function begin(): Transaction {
    const transaction: Transaction = {
      user: USER,
      now: now(),
      objectDefinition: definitionOf,
      read: (object, id) => table(object).get(id) ?? null,
      find: (object, matches) => [...table(object).values()].filter(matches),
      findBy: (object, field, value) => [...table(object).values()].filter((row) => sameText(row[field], value)),
      insert: (object, given) => given.map((row) => save(transaction, object, row)),
      update: (object, given) => given.map((row) => save(transaction, object, row)),
      remove: (object, given) => given.map((id) => remove(transaction, object, id)),
      hasCustomPermission: (name) => permissions.includes(name),
      hasUserPermission: () => true,
      afterCommit: (task) => void tasks.push(task),
      savepoint,
    };
    return transaction;
  }

  const org: FakeOrg = {
    automation: undefined,
    findObject: (object) => definitions.get(object),
    transactions: () => transactions,
    transact(work) {
      transactions += 1;
      const result = orUndone(() => work(begin()));
      for (const task of tasks.splice(0)) org.transact(task);
      return result;
    },
    rows: (object) => [...table(object).values()],
  };
  return org;
}

function sameText(one: unknown, other: unknown): boolean {
  return String(one).toLowerCase() === String(other).toLowerCase();
}

function blank(definition: ObjectDefinition): SObject {
  const values = [...definition.fields.values()].map((field) => [field.name, blankOf(field.type)]);
  return Object.fromEntries(values) as SObject;
}

function blankOf(type: FieldType): false | null {
  return type === 'Checkbox' ? false : null;
}
