import type { FieldDefinition } from '../model.ts';
import type { RowFilter } from '../tables/row-filter.ts';

/** How dates of a grouping are put together. */
export type Granularity = 'None' | 'Day' | 'Month' | 'Year';

export type Aggregate = 'Sum' | 'Average' | 'Maximum' | 'Minimum';

export interface ReportColumn {
  field: FieldDefinition;
  aggregates: Aggregate[];
}

export interface ReportGrouping {
  field: FieldDefinition;
  granularity: Granularity;
  isDescending: boolean;
}

/** What the bars of a chart count: rows, or one aggregate of a column. */
export interface ChartSummary {
  field: FieldDefinition | undefined;
  aggregate: Aggregate | undefined;
}

export interface ReportChart {
  /** One bar for each value of the first; in a second, each bar has a part for each value of that. */
  groupings: ReportGrouping[];
  summary: ChartSummary;
}

/** A report as deployed, understood. */
export interface ReportDefinition {
  /** With its folder: `Sales/Won_Deals`. */
  fullName: string;
  name: string;
  description: string;
  /** Label of its report type. */
  typeLabel: string;
  object: string;
  columns: ReportColumn[];
  groupings: ReportGrouping[];
  filters: RowFilter[];
  chart: ReportChart | undefined;
  showDetails: boolean;
  showGrandTotal: boolean;
  showSubTotals: boolean;
  isOwnRowsOnly: boolean;
}

/** One chart of a dashboard and the report it is drawn from. */
export interface DashboardComponent {
  header: string;
  /** With its folder. */
  report: string;
  /** What the report is called. */
  name: string;
  chart: ReportChart;
}

export interface DashboardDefinition {
  fullName: string;
  title: string;
  description: string;
  components: DashboardComponent[];
}
