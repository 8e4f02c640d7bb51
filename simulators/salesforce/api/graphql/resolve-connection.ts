import { GraphQLError, Kind, type GraphQLResolveInfo } from 'graphql';

import type { RunningUser } from '../../model.ts';
import type { Org, QueryRow } from '../../org-model.ts';
import { requestedColumns } from './requested-columns.ts';
import { soqlCondition, type Filter } from './soql-condition.ts';

/** Arguments of a connection. */
export interface ConnectionArguments {
  where?: Filter | null;
  orderBy?: Record<string, { order?: 'ASC' | 'DESC'; nulls?: 'FIRST' | 'LAST' } | null> | null;
  first?: number | null;
  after?: string | null;
}

export interface Connection {
  edges: { node: QueryRow; cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number;
  pageResultCount: number;
}

const DEFAULT_FIRST = 10;
const MOST_FIRST = 2000;

/** Resolver of one object's connection: a SOQL query in the user's name, cut into a page. */
export function resolveConnection({ org, user }: { org: Org; user: RunningUser }, objectName: string) {
  return (_source: unknown, args: ConnectionArguments, _context: unknown, info: GraphQLResolveInfo): Connection => {
    const object = org.objectDefinition(objectName);
    const columns = requestedColumns(org, object, info).join(', ');
    const condition = soqlCondition({ org, object, prefix: '' }, args.where ?? {});
    const where = condition === undefined ? '' : ` WHERE ${condition}`;
    const rows = org.queryAs(
      user,
      `SELECT ${columns} FROM ${objectName}${where}${soqlOrder(asWritten(args.orderBy, info))}`,
    );
    return pageOf(rows, args);
  };
}

/** What is written first sorts first; the values themselves come in the order of the schema. */
function asWritten(
  orderBy: ConnectionArguments['orderBy'],
  { fieldNodes }: GraphQLResolveInfo,
): ConnectionArguments['orderBy'] {
  const written = fieldNodes[0]?.arguments?.find(({ name }) => name.value === 'orderBy')?.value;
  if (!orderBy || written?.kind !== Kind.OBJECT) return orderBy;
  return Object.fromEntries(written.fields.map(({ name }) => [name.value, orderBy[name.value] ?? null]));
}

function soqlOrder(orderBy: ConnectionArguments['orderBy']): string {
  const parts = Object.entries(orderBy ?? {}).map(([name, clause]) => {
    const nulls = clause?.nulls ? ` NULLS ${clause.nulls}` : '';
    return `${name} ${clause?.order ?? 'ASC'}${nulls}`;
  });
  return parts.length === 0 ? '' : ` ORDER BY ${parts.join(', ')}`;
}

function pageOf(rows: QueryRow[], { first, after }: ConnectionArguments): Connection {
  const size = first ?? DEFAULT_FIRST;
  if (size < 1 || size > MOST_FIRST) throw new GraphQLError(`first must be between 1 and ${MOST_FIRST}, not ${size}`);
  const start = after ? positionOf(after) : 0;
  const edges = rows.slice(start, start + size).map((node, at) => ({ node, cursor: cursorOf(start + at + 1) }));
  const pageInfo = {
    hasNextPage: start + edges.length < rows.length,
    hasPreviousPage: start > 0,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { edges, pageInfo, totalCount: rows.length, pageResultCount: edges.length };
}

/** A cursor says how many rows lie before what follows it. */
function cursorOf(position: number): string {
  return Buffer.from(`v1:${position}`).toString('base64');
}

function positionOf(cursor: string): number {
  const [, digits] = /^v1:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  if (digits === undefined) throw new GraphQLError(`after: '${cursor}' is not a cursor of this org`);
  return Number(digits);
}
