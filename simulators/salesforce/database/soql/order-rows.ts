import type { OrderByClause } from '@jetstreamapp/soql-parser-js';
import type { FieldDefinition, FieldValue, SObject } from '../../model.ts';
import { fold } from './compare.ts';
import { parentRow, readablePath, type QueryContext } from './query-context.ts';
import { malformedQuery } from './soql-errors.ts';

type Order = (a: SObject, b: SObject) => number;

/** Sorts rows as ORDER BY says; without it they stay in order of creation. */
export function orderRows(context: QueryContext, rows: SObject[], orderBy: OrderByClause[]): SObject[] {
  const orders = orderBy.map((clause) => orderOf(context, clause));
  return [...rows].sort((a, b) => orders.reduce((result, order) => result || order(a, b), 0));
}

function orderOf(context: QueryContext, clause: OrderByClause): Order {
  if (!('field' in clause)) throw malformedQuery('functions in ORDER BY are not known to this simulated org');
  const { lookups, field } = readablePath(context, clause.field);
  const isDescending = clause.order === 'DESC';
  const nullsFirst = clause.nulls ? clause.nulls === 'FIRST' : !isDescending;
  const keyOf = (row: SObject) => sortKey(field, parentRow(context, row, lookups)?.[field.name] ?? null);
  return (a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    if (left === right) return 0;
    if (left === null) return nullsFirst ? -1 : 1;
    if (right === null) return nullsFirst ? 1 : -1;
    return left < right === isDescending ? 1 : -1;
  };
}

/** Picklist values sort in the order of their list, all else as it is compared, so that pages may go on from the last. */
function sortKey(field: FieldDefinition, value: FieldValue): FieldValue {
  if (value === null) return null;
  const { picklist } = field;
  if (picklist) {
    const index = picklist.values.findIndex(({ fullName }) => fullName === value);
    return index < 0 ? picklist.values.length : index;
  }
  return fold(field, value);
}
