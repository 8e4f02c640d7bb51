import type { FieldDefinition, FieldValue, ObjectDefinition } from '../model.ts';
import type { SharingCriteria } from './schema.ts';
import { textOf, type XmlElement } from './xml.ts';

type Condition = SharingCriteria['conditions'][number];
type Test = (value: FieldValue, wanted: FieldValue) => boolean;

/** Each is asked for every value of the comma list; texts come without case. */
const OPERATIONS: Record<string, { test: Test; isNegative?: boolean; onlyTexts?: boolean; onlyOrdered?: boolean }> = {
  equals: { test: (value, wanted) => value === wanted },
  notEqual: { test: (value, wanted) => value === wanted, isNegative: true },
  contains: { test: (value, wanted) => String(value ?? '').includes(String(wanted)), onlyTexts: true },
  notContain: {
    test: (value, wanted) => String(value ?? '').includes(String(wanted)),
    isNegative: true,
    onlyTexts: true,
  },
  startsWith: { test: (value, wanted) => String(value ?? '').startsWith(String(wanted)), onlyTexts: true },
  lessThan: { test: ordered((value, wanted) => value < wanted), onlyOrdered: true },
  greaterThan: { test: ordered((value, wanted) => value > wanted), onlyOrdered: true },
  lessOrEqual: { test: ordered((value, wanted) => value <= wanted), onlyOrdered: true },
  greaterOrEqual: { test: ordered((value, wanted) => value >= wanted), onlyOrdered: true },
};

const ORDERED = ['Number', 'Currency', 'Date', 'DateTime'];
const NOT_FOR_SHARING = ['LongTextArea', 'EncryptedText', 'AutoNumber'];

/** One `criteriaItems` element as a test of rows. @throws Error naming the field or operation it cannot use. */
export function sharingCondition(object: ObjectDefinition, item: XmlElement): Condition {
  const name = textOf(item, 'field') ?? '';
  const field = object.fields.get(name);
  if (!field || field.formula !== undefined || NOT_FOR_SHARING.includes(field.type)) {
    throw new Error(`criteria cannot use the field ${name} of ${object.name}`);
  }
  const written = textOf(item, 'operation') ?? '(none)';
  const operation = OPERATIONS[written];
  const isOrderedField = ORDERED.includes(field.type);
  if (!operation || (operation.onlyTexts && isOrderedField) || (operation.onlyOrdered && !isOrderedField)) {
    throw new Error(`operation ${written} on ${name} is not known to this org`);
  }
  if (textOf(item, 'valueField')) throw new Error('criteria compare with values; valueField is not known to this org');
  const wanted = (textOf(item, 'value') ?? '').split(',').map((text) => wantedValue(field, text.trim()));
  return (row) => {
    const value = folded(row[name] ?? (field.type === 'Checkbox' ? false : null));
    return wanted.some((each) => operation.test(value, each)) !== (operation.isNegative ?? false);
  };
}

function wantedValue({ name, type }: FieldDefinition, text: string): FieldValue {
  if (type === 'Checkbox') return /^true$/i.test(text);
  if (text === '') return null;
  if (type !== 'Number' && type !== 'Currency') return folded(text);
  const number = Number(text);
  if (Number.isNaN(number)) throw new Error(`${text} is no number for ${name}`);
  return number;
}

function folded(value: FieldValue): FieldValue {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

/** A blank is neither more nor less than anything. */
function ordered(test: (value: NonNullable<FieldValue>, wanted: NonNullable<FieldValue>) => boolean): Test {
  return (value, wanted) => value !== null && wanted !== null && test(value, wanted);
}
