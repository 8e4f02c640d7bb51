import type { FieldDefinition, RunningUser } from '../model.ts';
import type { Org, QueryRow, UserAccess } from '../org-model.ts';
import { tableRows } from '../tables/table-rows.ts';
import type { ReportDefinition } from './report-model.ts';

/** The rows of a report the user may see, with the fields and names the user may see. @throws ApiError 403 */
export function reportRows(org: Org, user: RunningUser, report: ReportDefinition): QueryRow[] {
  const fields = [...report.columns, ...report.groupings].map(({ field }) => field);
  return tableRows(org, user, { ...report, kind: 'report', fields, order: 'Id' });
}

/** The report without the columns and groupings the user may not see. */
export function asSeenBy(access: UserAccess, report: ReportDefinition): ReportDefinition {
  const isSeen = ({ field }: { field: FieldDefinition }) => access.canReadField(report.object, field.name);
  return { ...report, columns: report.columns.filter(isSeen), groupings: report.groupings.filter(isSeen) };
}
