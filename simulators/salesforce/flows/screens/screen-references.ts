import { filterValues, inCriteria, inValue, mergeFields } from '../value-references.ts';
import type { Choice, ChoiceSet } from './choice.ts';
import type { ScreenField, ScreenNode } from './screen-node.ts';

/** Every reference on a screen, the choices it offers included. */
export function referencesOfScreen({ fields }: ScreenNode): string[] {
  return fields.flatMap((field) => [...(field.visibility ? inCriteria(field.visibility) : []), ...inField(field)]);
}

/** What a choice or choice set refers to. */
export function inChoice(choice: Choice | ChoiceSet): string[] {
  if (choice.kind === 'choice') return [...mergeFields(choice.text), ...(choice.value ? inValue(choice.value) : [])];
  const { from } = choice;
  if (from.source === 'picklist') return [];
  const targets = from.fields.outputs.map(({ target }) => target);
  if (from.source === 'collection') return [from.reference, ...targets];
  return [...targets, ...(from.criteria ? filterValues(from.criteria) : [])];
}

function inField(field: ScreenField): string[] {
  if (field.kind === 'display') return mergeFields(field.text);
  const common = [...mergeFields(field.label), ...(field.validation?.formula.references ?? [])];
  if (field.kind === 'input') return [...common, ...(field.initial ? inValue(field.initial) : [])];
  return [...common, ...field.choices, ...(field.initialChoice === undefined ? [] : [field.initialChoice])];
}
