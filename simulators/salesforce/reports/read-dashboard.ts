import type { Component } from '../metadata/component.ts';
import type { Schema } from '../metadata/schema.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../metadata/xml.ts';
import { chartOf } from './read-chart.ts';
import { readReport } from './read-report.ts';
import { oneOf, refuseUnknown } from '../tables/refuse-unknown.ts';
import { fieldsIn, typeOfReport } from './report-type.ts';
import type { DashboardComponent, DashboardDefinition } from './report-model.ts';

const LOOKS = [
  ...['backgroundEndColor', 'backgroundFadeDirection', 'backgroundStartColor', 'chartTheme', 'colorPalette'],
  ...['dashboardChartTheme', 'dashboardColorPalette', 'isGridLayout', 'textColor', 'titleColor', 'titleSize'],
];
const KNOWN = ['dashboardGridLayout', 'dashboardType', 'description', 'title', ...LOOKS];
const KINDS = ['Bar', 'BarGrouped', 'BarStacked', 'Column', 'ColumnGrouped', 'ColumnStacked'];
const COMPONENT_LOOKS = [
  ...['autoselectColumnsFromReport', 'chartAxisRange', 'decimalPrecision', 'displayUnits', 'drillEnabled'],
  ...['drillToDetailEnabled', 'enableHover', 'expandOthers', 'legendPosition', 'showPercentage'],
  ...['showPicturesOnCharts', 'showTotal', 'showValues'],
];
const COMPONENT_KNOWN = [
  ...['chartSummary', 'componentType', 'groupingColumn', 'header', 'report', 'sortBy', 'useReportChart'],
  ...COMPONENT_LOOKS,
];

/** @throws Error naming what this org does not know in a dashboard, or a report it does not find. */
export function readDashboard(schema: Schema, { fullName, element }: Component): DashboardDefinition {
  refuseUnknown(element, KNOWN);
  oneOf(element, 'dashboardType', ['LoggedInUser']);
  const cells = childrenOf(element, 'dashboardGridLayout').flatMap((grid) =>
    childrenOf(grid, 'dashboardGridComponents'),
  );
  return {
    fullName,
    title: textOf(element, 'title') ?? '',
    description: textOf(element, 'description') ?? '',
    components: cells.toSorted(byPlace).flatMap((cell) => {
      const component = childOf(cell, 'dashboardComponent');
      return component ? componentOf(schema, component) : [];
    }),
  };
}

function byPlace(a: XmlElement, b: XmlElement): number {
  const place = (cell: XmlElement, name: string) => Number(textOf(cell, name));
  return place(a, 'rowIndex') - place(b, 'rowIndex') || place(a, 'columnIndex') - place(b, 'columnIndex');
}

function componentOf(schema: Schema, element: XmlElement): DashboardComponent {
  refuseUnknown(element, COMPONENT_KNOWN);
  oneOf(element, 'componentType', KINDS);
  oneOf(element, 'sortBy', ['RowLabelAscending']);
  oneOf(element, 'useReportChart', ['false']);
  const name = textOf(element, 'report') ?? '';
  const component = schema.components.get(`Report ${name}`);
  if (!component) throw new Error(`In field: report - no Report named ${name} found`);
  const report = readReport(schema, component);
  const fieldOf = fieldsIn(typeOfReport(schema, component.element));
  const groupings = childrenOf(element, 'groupingColumn').map(({ text }) => text);
  const chart = chartOf(groupings, childrenOf(element, 'chartSummary'), { ...report, fieldOf });
  return { header: textOf(element, 'header') ?? report.name, report: name, name: report.name, chart };
}
