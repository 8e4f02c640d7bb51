import type { FieldDefinition } from '../model.ts';

/** A condition of a report or a list view. */
export interface RowFilter {
  field: FieldDefinition;
  /** As people read it. */
  words: string;
  /** As the query asks it; undefined where every row passes. */
  soql: string | undefined;
}

type Operator = { words: string; soql: string };

const OPERATORS: Record<string, Operator | undefined> = {
  equals: { words: 'equals', soql: 'IN' },
  notEqual: { words: 'not equal to', soql: 'NOT IN' },
  lessThan: { words: 'less than', soql: '<' },
  greaterThan: { words: 'greater than', soql: '>' },
  lessOrEqual: { words: 'less or equal', soql: '<=' },
  greaterOrEqual: { words: 'greater or equal', soql: '>=' },
};

const BARE = ['Number', 'Currency', 'Checkbox', 'Date', 'DateTime'];
const DATED = ['Date', 'DateTime'];
const RELATIVE = /^(TODAY|YESTERDAY|TOMORROW|THIS_MONTH|THIS_YEAR|(LAST|NEXT)_N_DAYS:\d+)$/;

/**
 * `field operator value`, as metadata writes it; several values stand between commas.
 * @throws Error naming an operator or a value this org does not know.
 */
export function rowFilter(field: FieldDefinition, operator = '(none)', value = ''): RowFilter {
  const known = OPERATORS[operator];
  if (!known) throw new Error(`filter operator ${operator} is not known to this org`);
  const values = value.split(',').map((each) => each.trim());
  return {
    field,
    words: `${field.label} ${known.words} ${values.map((each) => inWords(field, each)).join(', ') || '""'}`,
    soql: condition(field, known.soql, values),
  };
}

/** Whether the field holds a day or a moment. */
export function isDated({ type }: FieldDefinition): boolean {
  return DATED.includes(type);
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
  if (isDated(field) && !/^\d{4}-/.test(value) && !RELATIVE.test(value))
    throw new Error(`date ${value} is not known to this org`);
  return field.type === 'Checkbox' ? String(/^(1|true)$/i.test(value)) : value;
}

function inWords({ type }: FieldDefinition, value: string): string {
  if (type === 'Checkbox') return /^(1|true)$/i.test(value) ? 'True' : 'False';
  const [name = '', days] = value.split(':');
  return days && RELATIVE.test(value) ? name.replace('_N_', ` ${days} `).toLowerCase() : value;
}
