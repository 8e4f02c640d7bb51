import { ApiError } from '../database/api-error.ts';
import type { FieldDefinition, RunningUser } from '../model.ts';
import type { Org, QueryRow, UserAccess } from '../org-model.ts';
import type { ReportDefinition } from './report-model.ts';

/** The rows of a report the user may see, with the fields and names the user may see. @throws ApiError 403 */
export function reportRows(org: Org, user: RunningUser, report: ReportDefinition): QueryRow[] {
  const access = org.accessOf(user);
  if (!access.canRead(report.object))
    throw refused(
      `You don't have access to ${org.objectDefinition(report.object).pluralLabel}, which this report shows.`,
    );
  const blind = report.filters.find(({ field }) => !access.canReadField(report.object, field.name));
  if (blind) throw refused(`You don't have access to the field ${blind.field.label}, which this report filters by.`);
  const fields = [...report.columns, ...report.groupings].map(({ field }) => field);
  const columns = fields.filter(({ name }) => access.canReadField(report.object, name));
  const filters = report.filters.flatMap(({ soql }) => soql ?? []);
  const conditions = report.isOwnRowsOnly ? [...filters, `OwnerId = '${user.id}'`] : filters;
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  const paths = new Set(['Id', ...columns.flatMap((field) => pathsOf(access, field))]);
  return org.queryAs(user, `SELECT ${[...paths].join(', ')} FROM ${report.object}${where} ORDER BY Id`);
}

/** The report without the columns and groupings the user may not see. */
export function asSeenBy(access: UserAccess, report: ReportDefinition): ReportDefinition {
  const isSeen = ({ field }: { field: FieldDefinition }) => access.canReadField(report.object, field.name);
  return { ...report, columns: report.columns.filter(isSeen), groupings: report.groupings.filter(isSeen) };
}

/** A lookup is shown by the name of its record, where the user may see records of that object. */
function pathsOf(access: UserAccess, { name, referenceTo, relationshipName }: FieldDefinition): string[] {
  const isNamed = referenceTo && relationshipName && access.canRead(referenceTo);
  return isNamed ? [name, `${relationshipName}.Name`] : [name];
}

function refused(message: string): ApiError {
  return new ApiError(403, 'INSUFFICIENT_ACCESS', message);
}
