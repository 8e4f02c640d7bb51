import { childrenOf, textOf, type XmlElement } from '../metadata/xml.ts';
import type { FieldDefinition } from '../model.ts';
import { oneOf, refuseUnknown } from '../tables/refuse-unknown.ts';
import type { ChartSummary, ReportChart, ReportDefinition } from './report-model.ts';

/** What a chart may be drawn of. */
export interface ChartSource extends Pick<ReportDefinition, 'groupings' | 'columns'> {
  fieldOf(column: string): FieldDefinition;
}

const KINDS = [
  ...['HorizontalBar', 'HorizontalBarGrouped', 'HorizontalBarStacked'],
  ...['VerticalColumn', 'VerticalColumnGrouped', 'VerticalColumnStacked'],
];
/** How it looks; bars are all this org draws. */
const LOOKS = [
  ...['backgroundColor1', 'backgroundColor2', 'backgroundFadeDir', 'enableHoverLabels', 'expandOthers'],
  ...['legendPosition', 'location', 'showAxisLabels', 'showPercentage', 'showTotal', 'showValues', 'size'],
  ...['summaryAxisRange', 'textColor', 'textSize', 'titleColor', 'titleSize'],
];
const KNOWN = ['chartSummaries', 'chartType', 'groupingColumn', 'secondaryGroupingColumn', ...LOOKS];

/** The `chart` element of a report. @throws Error naming a kind of chart, a grouping or a summary it cannot have. */
export function readChart(chart: XmlElement, source: ChartSource): ReportChart {
  refuseUnknown(chart, KNOWN);
  oneOf(chart, 'chartType', KINDS);
  const names = ['groupingColumn', 'secondaryGroupingColumn'].flatMap((name) => textOf(chart, name) ?? []);
  return chartOf(names, childrenOf(chart, 'chartSummaries'), source);
}

/** The chart of these grouping columns and summaries. @throws Error naming what the report does not have. */
export function chartOf(columns: string[], summaries: XmlElement[], source: ChartSource): ReportChart {
  const [summary, ...more] = summaries;
  if (!summary || more.length > 0) throw new Error('a chart of this org shows one summary');
  return { groupings: columns.map((column) => groupingOf(column, source)), summary: summaryOf(summary, source) };
}

function groupingOf(column: string, { groupings, fieldOf }: ChartSource) {
  const field = fieldOf(column);
  const found = groupings.find((grouping) => grouping.field === field);
  if (!found) throw new Error(`In field: groupingColumn - the report is not grouped by ${column}`);
  return found;
}

function summaryOf(summary: XmlElement, { columns, fieldOf }: ChartSource): ChartSummary {
  refuseUnknown(summary, ['aggregate', 'axisBinding', 'column']);
  const [column = '', wanted] = [textOf(summary, 'column'), textOf(summary, 'aggregate')];
  if (column === 'RowCount') return { field: undefined, aggregate: undefined };
  const field = fieldOf(column);
  const shown = columns.find((each) => each.field === field);
  const aggregate = shown?.aggregates.find((each) => each === wanted);
  if (!aggregate) throw new Error(`In field: column - the report has no ${wanted} of ${column}`);
  return { field, aggregate };
}
