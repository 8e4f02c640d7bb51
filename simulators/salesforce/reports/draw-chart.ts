import { displayValue } from '../api/ui-api/display-value.ts';
import type { QueryRow } from '../org-model.ts';
import { groupRows } from './group-rows.ts';
import type { ChartSummary, ReportChart, ReportDefinition } from './report-model.ts';
import { aggregated } from './report-values.ts';

/** One part of a bar; a bar that is not divided has one, without a series. */
interface ChartPart {
  series: string;
  text: string;
  /** Of the longest bar, in percent. */
  share: number;
}

/** A chart in words and lengths; the counterpart is in `pages/browser/page/reportChart`. */
export interface Chart {
  groupLabel: string;
  valueLabel: string;
  bars: { label: string; parts: ChartPart[] }[];
}

/** Draws a chart of the rows; null where the user may not see a field it needs. */
export function drawChart(
  report: ReportDefinition,
  { groupings, summary }: ReportChart,
  rows: QueryRow[],
): Chart | null {
  const isSeen = groupings.every((grouping) => report.groupings.some(({ field }) => field === grouping.field));
  const [first, second] = groupings;
  if (!isSeen || !first) return null;
  if (summary.field && !report.columns.some(({ field }) => field === summary.field)) return null;
  const split = (part: QueryRow[]) =>
    second
      ? groupRows(report.object, second, part).map(({ key, rows: own }) => ({ series: key.text, rows: own }))
      : [{ series: '', rows: part }];
  const bars = groupRows(report.object, first, rows).map(({ key, rows: inside }) => ({
    label: key.text,
    parts: split(inside).map(({ series, rows: own }) => ({ series, value: valueOf(summary, own) })),
  }));
  const longest = Math.max(1, ...bars.flatMap(({ parts }) => parts.map(({ value }) => value ?? 0)));
  return {
    groupLabel: groupings.map(({ field }) => field.label).join(' and '),
    valueLabel: summary.field ? `${summary.aggregate} of ${summary.field.label}` : 'Record Count',
    bars: bars.map(({ label, parts }) => ({
      label,
      parts: parts.map(({ series, value }) => ({
        series,
        text: inWords(summary, value),
        share: Math.round(((value ?? 0) / longest) * 1000) / 10,
      })),
    })),
  };
}

function valueOf({ field, aggregate }: ChartSummary, rows: QueryRow[]): number | null {
  return field && aggregate ? aggregated(aggregate, field, rows) : rows.length;
}

function inWords({ field }: ChartSummary, value: number | null): string {
  if (value === null) return '-';
  return field ? (displayValue(field, value) ?? String(value)) : String(value);
}
