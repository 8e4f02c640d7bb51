import type { Query } from '@jetstreamapp/soql-parser-js';
import type { SObject } from '../../model.ts';
import type { QueryRow } from '../../org-model.ts';
import { ApiError } from '../api-error.ts';
import { matchingRows } from './matching-rows.ts';
import { orderRows } from './order-rows.ts';
import { parseSoql } from './parse-soql.ts';
import type { QueryContext } from './query-context.ts';
import { projection } from './select-columns.ts';
import { noSuchType } from './soql-errors.ts';
import { toWhereTree } from './where-tree.ts';
import { whereTest } from './where-test.ts';

/** `totalSize` is what `COUNT()` gives; such a query has no records. */
export interface QueryResult {
  totalSize: number;
  records: QueryRow[];
}

const MAX_OFFSET = 2000;

/** Runs one SOQL query. @throws ApiError 400 `MALFORMED_QUERY`, `INVALID_FIELD`, `INVALID_TYPE` */
export function runQuery(contextFor: (object: string) => QueryContext | undefined, soql: string): QueryResult {
  const query = parseSoql(soql);
  const context = contextFor(query.sObject);
  if (!context) throw noSuchType(query.sObject);
  const tree = query.where && toWhereTree(query.where);
  const test = tree ? whereTest(context, tree) : () => true;
  const project = isCount(query) ? undefined : projection(context, query.fields ?? []);
  const isVisible = (row: SObject) => !context.access || context.access.canReadRow(context.object.name, row);
  const visible = matchingRows(context, tree, (row) => isVisible(row) && test(row));
  const page = slice(orderRows(context, visible, [query.orderBy ?? []].flat()), query);
  return { totalSize: page.length, records: project ? page.map(project) : [] };
}

function isCount({ fields = [] }: Query): boolean {
  const [field] = fields;
  return (
    fields.length === 1 && field?.type === 'FieldFunctionExpression' && /^count\(\s*\)$/i.test(field.rawValue ?? '')
  );
}

function slice<T>(rows: T[], { offset = 0, limit = Infinity }: Query): T[] {
  if (offset > MAX_OFFSET) {
    throw new ApiError(400, 'NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${MAX_OFFSET}`);
  }
  return rows.slice(offset, offset + limit);
}
