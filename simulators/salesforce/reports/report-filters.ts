import { childrenOf, textOf, type XmlElement } from '../metadata/xml.ts';
import type { FieldDefinition } from '../model.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import type { ReportFilter } from './report-model.ts';

type Operator = { words: string; soql: string };

const OPERATORS: Record<string, Operator | undefined> = {
  equals: { words: 'equals', soql: 'IN' },
  notEqual: { words: 'not equal to', soql: 'NOT IN' },
  lessThan: { words: 'less than', soql: '<' },
  greaterThan: { words: 'greater than', soql: '>' },
  lessOrEqual: { words: 'less or equal', soql: '<=' },
  greaterOrEqual: { words: 'greater or equal', soql: '>=' },
};

/** Of a time frame the next days begin with today; in any other filter they begin tomorrow. */
const INTERVALS: Record<string, { words: string; soql: ((name: string) => string) | undefined } | undefined> = {
  INTERVAL_CUSTOM: { words: 'All Time', soql: undefined },
  INTERVAL_CURY: { words: 'Current Calendar Year', soql: (name) => `${name} = THIS_YEAR` },
  INTERVAL_CURRENTM: { words: 'Current Month', soql: (name) => `${name} = THIS_MONTH` },
  INTERVAL_TODAY: { words: 'Today', soql: (name) => `${name} = TODAY` },
  INTERVAL_NEXT7: { words: 'Next 7 Days', soql: (name) => `(${name} = TODAY OR ${name} = NEXT_N_DAYS:6)` },
};

const BARE = ['Number', 'Currency', 'Checkbox', 'Date', 'DateTime'];
const DATED = ['Date', 'DateTime'];
const RELATIVE = /^(TODAY|YESTERDAY|TOMORROW|THIS_MONTH|THIS_YEAR|(LAST|NEXT)_N_DAYS:\d+)$/;

/** One `criteriaItems` element. @throws Error naming an operator or a comparison this org does not know. */
function readCriterion(item: XmlElement, fieldOf: (column: string) => FieldDefinition): ReportFilter {
  refuseUnknown(item, ['column', 'columnToColumn', 'isUnlocked', 'operator', 'value']);
  if (textOf(item, 'columnToColumn') === 'true') throw new Error('comparing two columns is not known to this org');
  const field = fieldOf(textOf(item, 'column') ?? '');
  const written = textOf(item, 'operator') ?? '(none)';
  const operator = OPERATORS[written];
  if (!operator) throw new Error(`filter operator ${written} is not known to this org`);
  const values = (textOf(item, 'value') ?? '').split(',').map((value) => value.trim());
  return {
    field,
    words: `${field.label} ${operator.words} ${values.map(inWords).join(', ') || '""'}`,
    soql: condition(field, operator.soql, values),
  };
}

/** The `timeFrameFilter` element. @throws Error naming an interval this org does not know. */
function readTimeFrame(frame: XmlElement, fieldOf: (column: string) => FieldDefinition): ReportFilter {
  refuseUnknown(frame, ['dateColumn', 'interval']);
  const field = fieldOf(textOf(frame, 'dateColumn') ?? '');
  const written = textOf(frame, 'interval') ?? '(none)';
  const interval = INTERVALS[written];
  if (!interval) throw new Error(`interval ${written} is not known to this org`);
  if (!DATED.includes(field.type)) throw new Error(`${field.name} is no date for the time frame`);
  return {
    field,
    words: `${field.label}: ${interval.words}`,
    soql: interval.soql?.(field.name),
  };
}

/** Every filter of a report: its time frame first, as an org shows them. */
export function readFilters(report: XmlElement, fieldOf: (column: string) => FieldDefinition): ReportFilter[] {
  return [
    ...childrenOf(report, 'timeFrameFilter').map((frame) => readTimeFrame(frame, fieldOf)),
    ...childrenOf(report, 'filter').flatMap((filter) => {
      refuseUnknown(filter, ['criteriaItems']);
      return childrenOf(filter, 'criteriaItems').map((item) => readCriterion(item, fieldOf));
    }),
  ];
}

function condition(field: FieldDefinition, operator: string, values: string[]): string {
  const literals = values.map((value) => literal(field, value));
  const [first] = literals;
  if (operator === 'IN' || operator === 'NOT IN') return `${field.name} ${operator} (${literals.join(', ')})`;
  if (literals.length > 1) throw new Error(`only one value can be compared with ${field.name} by ${operator}`);
  return `${field.name} ${operator} ${first}`;
}

/** A value as SOQL writes it; what could be anything but a value is refused. */
function literal(field: FieldDefinition, value: string): string {
  if (value === '') return 'NULL';
  if (!BARE.includes(field.type)) return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (!/^-?[\w.:+-]+$/.test(value)) throw new Error(`${value} is no value for ${field.name}`);
  if (DATED.includes(field.type) && !/^\d{4}-/.test(value) && !RELATIVE.test(value))
    throw new Error(`date ${value} is not known to this org`);
  return field.type === 'Checkbox' ? String(/^(1|true)$/i.test(value)) : value;
}

function inWords(value: string): string {
  const [name = '', days] = value.split(':');
  return days && RELATIVE.test(value) ? `${name.replace('_N_', ` ${days} `)}`.toLowerCase() : value;
}
