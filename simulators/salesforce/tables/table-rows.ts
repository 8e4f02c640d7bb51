import { ApiError } from '../database/api-error.ts';
import type { FieldDefinition, RunningUser } from '../model.ts';
import type { Org, QueryRow, UserAccess } from '../org-model.ts';
import type { RowFilter } from './row-filter.ts';

/** Which rows of an object, with which of their fields. */
interface TableQuery {
  /** As refusals name it. */
  kind: 'report' | 'list';
  object: string;
  fields: FieldDefinition[];
  filters: RowFilter[];
  isOwnRowsOnly: boolean;
  /** As SOQL writes it after ORDER BY. */
  order: string;
}

/** The rows the user may see, with the fields and names the user may see. @throws ApiError 403 in words */
export function tableRows(org: Org, user: RunningUser, query: TableQuery): QueryRow[] {
  const { kind, object, fields, filters, isOwnRowsOnly, order } = query;
  const access = org.accessOf(user);
  if (!access.canRead(object))
    throw refused(`You don't have access to ${org.objectDefinition(object).pluralLabel}, which this ${kind} shows.`);
  const blind = filters.find(({ field }) => !access.canReadField(object, field.name));
  if (blind) throw refused(`You don't have access to the field ${blind.field.label}, which this ${kind} filters by.`);
  const columns = fields.filter(({ name }) => access.canReadField(object, name));
  const conditions = [
    ...filters.flatMap(({ soql }) => soql ?? []),
    ...(isOwnRowsOnly ? [`OwnerId = '${user.id}'`] : []),
  ];
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  const paths = new Set(['Id', ...columns.flatMap((field) => pathsOf(access, field))]);
  return org.queryAs(user, `SELECT ${[...paths].join(', ')} FROM ${object}${where} ORDER BY ${order}`);
}

/** A lookup is shown by the name of its record, where the user may see records of that object. */
function pathsOf(access: UserAccess, { name, referenceTo, relationshipName }: FieldDefinition): string[] {
  const isNamed = referenceTo && relationshipName && access.canRead(referenceTo);
  return isNamed ? [name, `${relationshipName}.Name`] : [name];
}

function refused(message: string): ApiError {
  return new ApiError(403, 'INSUFFICIENT_ACCESS', message);
}
