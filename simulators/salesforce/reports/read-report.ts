import type { Component } from '../metadata/component.ts';
import type { Schema } from '../metadata/schema.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../metadata/xml.ts';
import type { FieldDefinition } from '../model.ts';
import { readChart } from './read-chart.ts';
import { oneOf, refuseUnknown } from '../tables/refuse-unknown.ts';
import { readFilters } from './report-filters.ts';
import type { ReportColumn, ReportDefinition, ReportGrouping } from './report-model.ts';
import { fieldsIn, typeOfReport } from './report-type.ts';

const KNOWN = [
  ...['chart', 'columns', 'description', 'filter', 'format', 'groupingsDown', 'name', 'reportType', 'scope'],
  ...['showDetails', 'showGrandTotal', 'showSubTotals', 'timeFrameFilter'],
];
const AGGREGATES = ['Sum', 'Average', 'Maximum', 'Minimum'] as const;
const NUMBERS = ['Number', 'Currency'];
const DATES = ['Date', 'DateTime'];

/** @throws Error naming what this org does not know in a report, or does not find in its report type. */
export function readReport(schema: Schema, { fullName, element }: Component): ReportDefinition {
  refuseUnknown(element, KNOWN);
  const type = typeOfReport(schema, element);
  const fieldOf = fieldsIn(type);
  const isGrouped = oneOf(element, 'format', ['Tabular', 'Summary']) === 'Summary';
  const groupings = childrenOf(element, 'groupingsDown').map((grouping) => groupingOf(grouping, fieldOf));
  if (isGrouped !== groupings.length > 0) throw new Error('a Summary report has groupings, a Tabular one has none');
  const columns = childrenOf(element, 'columns').map((column) => columnOf(column, fieldOf));
  const twice = groupings.find(({ field }) => columns.some((column) => column.field === field));
  if (twice) throw new Error(`${twice.field.name} is a grouping and cannot be a column, too`);
  const chart = childOf(element, 'chart');
  return {
    fullName,
    name: textOf(element, 'name') ?? '',
    description: textOf(element, 'description') ?? '',
    typeLabel: type.label,
    object: type.object,
    columns,
    groupings,
    filters: readFilters(element, fieldOf),
    chart: chart && readChart(chart, { groupings, columns, fieldOf }),
    showDetails: textOf(element, 'showDetails') !== 'false',
    showGrandTotal: textOf(element, 'showGrandTotal') !== 'false',
    showSubTotals: textOf(element, 'showSubTotals') !== 'false',
    isOwnRowsOnly: oneOf(element, 'scope', ['organization', 'user']) === 'user',
  };
}

function columnOf(column: XmlElement, fieldOf: (column: string) => FieldDefinition): ReportColumn {
  refuseUnknown(column, ['aggregateTypes', 'field']);
  const field = fieldOf(textOf(column, 'field') ?? '');
  const aggregates = childrenOf(column, 'aggregateTypes').map(({ text }) => {
    const known = AGGREGATES.find((each) => each === text);
    if (!known) throw new Error(`aggregate ${text} is not known to this org`);
    return known;
  });
  if (aggregates.length > 0 && !NUMBERS.includes(field.type)) throw new Error(`${field.name} cannot be summarized`);
  return { field, aggregates };
}

function groupingOf(grouping: XmlElement, fieldOf: (column: string) => FieldDefinition): ReportGrouping {
  refuseUnknown(grouping, ['dateGranularity', 'field', 'sortOrder']);
  const field = fieldOf(textOf(grouping, 'field') ?? '');
  const granularity = oneOf(grouping, 'dateGranularity', ['None', 'Day', 'Month', 'Year']);
  if (granularity !== 'None' && !DATES.includes(field.type)) throw new Error(`${field.name} is no date to group by`);
  return { field, granularity, isDescending: oneOf(grouping, 'sortOrder', ['Asc', 'Desc']) === 'Desc' };
}
