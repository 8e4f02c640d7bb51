import type { ObjectDefinition } from '../../model.ts';
import { findField } from '../record-field.ts';
import type { ChoiceSet } from './choice.ts';

/** @throws Error naming an object or field of a choice set that is not there, or a picklist field that is none. */
export function checkChoices({ from }: ChoiceSet, objectOf: (name: string) => ObjectDefinition): void {
  const definition = objectOf(from.object);
  if (from.source === 'picklist') {
    if (!findField(definition, from.field).picklist)
      throw new Error(`${from.object}.${from.field} is no picklist to choose from`);
    return;
  }
  const { display, value, outputs } = from.fields;
  const filtered = from.source === 'records' ? (from.criteria?.conditions.map(({ left }) => left) ?? []) : [];
  const sorted = from.source === 'records' && from.sort ? [from.sort.field] : [];
  for (const field of [display, value, ...outputs.map((one) => one.field), ...filtered, ...sorted])
    findField(definition, field);
}
