import type { Query } from '@jetstreamapp/soql-parser-js';
import { parseSoql } from '../../database/soql/parse-soql.ts';

/** One column of a query; a parent has its columns in `joinColumns`. */
interface Column {
  columnName: string;
  displayName: string;
  aggregate: false;
  joinColumns: Column[];
}

/** What `GET /query?columns=true` tells of a query instead of running it: the columns of its result. */
export function queryColumns(soql: string): { entityName: string; groupBy: false; columnMetadata: Column[] } {
  const query = parseSoql(soql);
  const columnMetadata = (query.fields ?? []).flatMap(pathOf).map(toColumn);
  return { entityName: query.sObject, groupBy: false, columnMetadata };
}

function pathOf(field: NonNullable<Query['fields']>[number]): string[][] {
  if (field.type === 'Field') return [[field.field]];
  return field.type === 'FieldRelationship' ? [[...field.relationships, field.field]] : [];
}

function toColumn([columnName = '', ...rest]: string[]): Column {
  const joinColumns = rest.length > 0 ? [toColumn(rest)] : [];
  return { columnName, displayName: columnName, aggregate: false, joinColumns };
}
