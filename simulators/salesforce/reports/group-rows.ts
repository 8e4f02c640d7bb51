import type { QueryRow } from '../org-model.ts';
import type { ReportGrouping } from './report-model.ts';
import { groupKeyOf, type GroupKey } from './report-values.ts';

/** Rows of equal keys together, sorted as the grouping says; rows without a value come first, or last when descending. */
export function groupRows(
  object: string,
  grouping: ReportGrouping,
  rows: QueryRow[],
): { key: GroupKey; rows: QueryRow[] }[] {
  const groups = new Map<string, { key: GroupKey; rows: QueryRow[] }>();
  for (const row of rows) {
    const key = groupKeyOf(object, grouping, row);
    const group = groups.get(key.key) ?? { key, rows: [] };
    group.rows.push(row);
    groups.set(key.key, group);
  }
  const sorted = [...groups.values()].sort((a, b) => (a.key.key < b.key.key ? -1 : 1));
  return grouping.isDescending ? sorted.reverse() : sorted;
}
