import type { SObject } from '../model.ts';
import type { SaveResult } from '../save-model.ts';
import { itemsOf, rowFrom, setField, setReference } from './assign.ts';
import type { CreateNode, DeleteNode, UpdateNode } from './flow-nodes.ts';
import { FlowFault, writeFault } from './flow-fault.ts';
import { asSingle, single, type FlowRecord } from './flow-value.ts';
import type { Interview } from './interview.ts';
import { resolveReference, resolveValue } from './resolve-reference.ts';
import { findRows } from './run-lookup.ts';

/** Carries out a Create Records element: all rows or none. */
export function runCreate(interview: Interview, node: CreateNode): void {
  if (node.object !== undefined) {
    const row = rowFrom(interview, node.object, node.assignments);
    const [id = null] = write(interview, 'create', () => interview.rows.insert(node.object ?? '', [row]));
    interview.values.set(node.name, single('Id', id));
    if (node.idTarget !== undefined) setReference(interview, node.idTarget, single('Id', id));
    return;
  }
  const records = recordsAt(interview, node.inputReference ?? '');
  for (const [object, group] of byObject(records)) {
    const rows = group.map((record) => assignedRow(record));
    const ids = write(interview, 'create', () => interview.rows.insert(object, rows));
    group.forEach((record, index) => Object.assign(record.row ?? {}, { Id: ids[index] ?? null }));
  }
}

/** Carries out an Update Records element: by filters, or the records of a reference. */
export function runUpdate(interview: Interview, node: UpdateNode): void {
  if (node.object !== undefined && node.criteria) {
    const values = rowFrom(interview, node.object, node.assignments);
    const rows = findRows(interview, node.object, node.criteria).map((row) => ({ Id: row.Id ?? null, ...values }));
    return save(interview, node.object, rows);
  }
  const records = recordsAt(interview, node.inputReference ?? '');
  for (const record of records) {
    for (const { field, value } of node.assignments) {
      setField(interview, record, { field, value: asSingle(resolveValue(interview, value), field) });
    }
  }
  if (isBeforeSave(interview)) return;
  for (const [object, group] of byObject(records)) {
    const rows = group.map((record) => ({ ...assignedRow(record), Id: idOf(record) }));
    save(interview, object, rows);
  }
}

/** Carries out a Delete Records element. */
export function runDelete(interview: Interview, node: DeleteNode): void {
  const { rows } = interview;
  if (node.object !== undefined && node.criteria) {
    const ids = findRows(interview, node.object, node.criteria).map((row) => String(row.Id));
    write(interview, 'delete', () => rows.remove(node.object ?? '', ids));
    return;
  }
  for (const [object, group] of byObject(recordsAt(interview, node.inputReference ?? ''))) {
    write(interview, 'delete', () => rows.remove(object, group.map(idOf)));
  }
}

function isBeforeSave({ flow }: Interview): boolean {
  return flow.start.kind === 'record' && flow.start.timing === 'before';
}

function save(interview: Interview, object: string, rows: SObject[]): void {
  if (rows.length > 0) write(interview, 'update', () => interview.rows.update(object, rows));
}

/** @throws FlowFault with the first refusal; then nothing of this element stays written. */
function write(
  interview: Interview,
  verb: 'create' | 'update' | 'delete',
  work: () => SaveResult[],
): (string | null)[] {
  const undo = interview.transaction.savepoint();
  const results = work();
  const refusal = results.flatMap((result): SaveResult['errors'][number][] => result.errors)[0];
  if (!refusal) return results.map((result) => result.id);
  undo();
  throw writeFault(verb, refusal);
}

function recordsAt(interview: Interview, reference: string): FlowRecord[] {
  const value = resolveReference(interview, reference);
  if (value.kind === 'record') return [value.record];
  return itemsOf(value, reference).map((item) => {
    if (item.kind === 'record') return item.record;
    throw new FlowFault(`${reference} is not a collection of records`);
  });
}

function byObject(records: FlowRecord[]): Map<string, FlowRecord[]> {
  return Map.groupBy(records, (record) => record.object);
}

function assignedRow(record: FlowRecord): SObject {
  return Object.fromEntries([...record.assigned].map((field) => [field, record.row?.[field] ?? null]));
}

function idOf(record: FlowRecord): string {
  const id = record.row?.Id;
  if (typeof id === 'string') return id;
  throw new FlowFault(`The ${record.object} record has no Id`);
}
