import { displayValue } from '../api/ui-api/display-value.ts';
import type { RunningUser } from '../model.ts';
import type { Org, QueryRow } from '../org-model.ts';
import { cellOf, type TableCell } from '../tables/table-cell.ts';
import { drawChart, type Chart } from './draw-chart.ts';
import { groupRows } from './group-rows.ts';
import type { ReportDefinition, ReportGrouping } from './report-model.ts';
import { asSeenBy, reportRows } from './report-rows.ts';
import { aggregated } from './report-values.ts';

/** A number below a group, or below everything: `Sum of Price`, `$70.00`. */
interface Summary {
  label: string;
  text: string;
}

/** A group of rows, with groups inside it or the rows themselves. */
interface ReportGroup extends TableCell {
  label: string;
  count: number;
  summaries: Summary[];
  groups: ReportGroup[];
  rows: TableCell[][];
}

/** A report as one user sees it; the counterpart is in `pages/browser/page/reportPage`. */
export interface ReportResult {
  name: string;
  description: string;
  typeLabel: string;
  filters: string[];
  columns: string[];
  groups: ReportGroup[];
  /** Of a report without groupings. */
  rows: TableCell[][];
  count: number;
  totals: Summary[];
  chart: Chart | null;
}

/** Runs a report with the rights of the user. @throws ApiError 403 in words where they do not suffice. */
export function runReport(org: Org, user: RunningUser, definition: ReportDefinition): ReportResult {
  const rows = reportRows(org, user, definition);
  const report = asSeenBy(org.accessOf(user), definition);
  const { name, description, typeLabel, chart } = report;
  return {
    ...{ name, description, typeLabel },
    filters: report.filters.map(({ words }) => words),
    columns: report.columns.map(({ field }) => field.label),
    groups: groupsOf(report, report.groupings, rows),
    rows: report.groupings.length === 0 ? cellsOf(report, rows) : [],
    count: rows.length,
    totals: report.showGrandTotal ? summariesOf(report, rows) : [],
    chart: chart ? drawChart(report, chart, rows) : null,
  };
}

function groupsOf(report: ReportDefinition, [grouping, ...inner]: ReportGrouping[], rows: QueryRow[]): ReportGroup[] {
  if (!grouping) return [];
  return groupRows(report.object, grouping, rows).map(({ key, rows: inside }) => ({
    label: grouping.field.label,
    text: key.text,
    ...(key.href ? { href: key.href } : {}),
    count: inside.length,
    summaries: report.showSubTotals ? summariesOf(report, inside) : [],
    groups: groupsOf(report, inner, inside),
    rows: inner.length === 0 && report.showDetails ? cellsOf(report, inside) : [],
  }));
}

function cellsOf({ object, columns }: ReportDefinition, rows: QueryRow[]): TableCell[][] {
  return rows.map((row) => columns.map(({ field }) => cellOf(object, field, row)));
}

function summariesOf({ columns }: ReportDefinition, rows: QueryRow[]): Summary[] {
  return columns.flatMap(({ field, aggregates }) =>
    aggregates.map((aggregate) => {
      const number = aggregated(aggregate, field, rows);
      const text = number === null ? '-' : (displayValue(field, number) ?? String(number));
      return { label: `${aggregate} of ${field.label}`, text };
    }),
  );
}
