import type { FieldValue, ObjectDefinition, SObject } from '../../model.ts';
import { itemsOf } from '../assign.ts';
import { FlowFault } from '../flow-fault.ts';
import { asSingle, convert, textOfValue } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { findField, readField } from '../record-field.ts';
import { fillText, resolveReference } from '../resolve-reference.ts';
import { findRows, sortRows } from '../run-lookup.ts';
import type { ChoiceFields, ChoiceSet } from './choice.ts';
import type { ChoiceField } from './screen-node.ts';

/** One thing a user may choose; `row` is the record behind it. */
export interface OfferedChoice {
  /** The choice or choice set it comes from. */
  from: string;
  label: string;
  value: FieldValue;
  row?: SObject;
  outputs: ChoiceFields['outputs'];
}

/** What a field offers now, in the order of its choices. A value offered twice counts once. */
export function choicesOf(interview: Interview, field: ChoiceField): OfferedChoice[] {
  const offered = field.choices.flatMap((name) => choicesFrom(interview, field, name));
  return offered.filter(({ value }, at) => offered.findIndex((other) => other.value === value) === at);
}

function choicesFrom(interview: Interview, field: ChoiceField, name: string): OfferedChoice[] {
  const resource = interview.flow.resources.get(name);
  if (resource?.kind === 'choice') {
    const value = asSingle(resolveReference(interview, name), name);
    const label = fillText(interview, resource.text);
    return [{ from: name, label, value: convert(value, field.type, field.name), outputs: [] }];
  }
  if (resource?.kind !== 'choiceSet') throw new FlowFault(`${field.name}: ${name} is no choice`);
  return fromSet(interview, resource).map((choice) => ({ ...choice, from: name }));
}

function fromSet(interview: Interview, { from }: ChoiceSet): Omit<OfferedChoice, 'from'>[] {
  if (from.source === 'picklist') return picklistChoices(interview.rows.objectDefinition(from.object), from.field);
  const { object, fields } = from;
  return rowsOf(interview, from).map((row) => {
    const at = (field: string) => readField(interview.rows, { object, row }, field.split('.'));
    return { label: textOfValue(at(fields.display)), value: at(fields.value).value, row, outputs: fields.outputs };
  });
}

function rowsOf(interview: Interview, from: Exclude<ChoiceSet['from'], { source: 'picklist' }>): SObject[] {
  if (from.source === 'collection') {
    return itemsOf(resolveReference(interview, from.reference), from.reference).map((item) => {
      if (item.kind !== 'record' || !item.record.row) throw new FlowFault(`${from.reference} holds no records`);
      return item.record.row;
    });
  }
  const { object, criteria = { logic: 'and', conditions: [] }, limit } = from;
  const sort = from.sort ? { sort: from.sort } : {};
  return sortRows(interview, { object, ...sort }, findRows(interview, object, criteria)).slice(0, limit);
}

function picklistChoices(definition: ObjectDefinition, name: string): Omit<OfferedChoice, 'from'>[] {
  const { picklist } = findField(definition, name);
  if (!picklist) throw new FlowFault(`${definition.name}.${name} is no picklist`);
  return picklist.values.map(({ fullName, label }) => ({ label, value: fullName, outputs: [] }));
}
