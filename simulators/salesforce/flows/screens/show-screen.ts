import type { FieldValue } from '../../model.ts';
import { asSingle, convert, single } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { meetsCriteria } from '../meets-criteria.ts';
import { fillText, resolveValue } from '../resolve-reference.ts';
import { choicesOf, type OfferedChoice } from './choices-of.ts';
import type { ChoiceField, InputField, ScreenField, ScreenNode } from './screen-node.ts';

/** A field as the user sees it now. */
export type ShownField =
  | { kind: 'display'; name: string; html: string }
  | { kind: 'input'; name: string; field: InputField; label: string; value: FieldValue }
  | { kind: 'choice'; name: string; field: ChoiceField; label: string; value: FieldValue; choices: OfferedChoice[] };

/** Gives the fields of a screen their first values: on the first visit, or on each when they forget. */
export function enterScreen(interview: Interview, { fields }: ScreenNode): void {
  for (const field of fields) {
    if (field.kind === 'display' || (interview.values.has(field.name) && !field.forgets)) continue;
    interview.values.set(field.name, single(field.type, firstValue(interview, field)));
  }
}

/** The visible fields of a screen, texts filled in. */
export function showFields(interview: Interview, { fields }: ScreenNode): ShownField[] {
  return fields
    .filter(({ visibility }) => !visibility || meetsCriteria(interview, visibility))
    .map((field) => show(interview, field));
}

function show(interview: Interview, field: ScreenField): ShownField {
  const { name } = field;
  if (field.kind === 'display') return { kind: 'display', name, html: fillText(interview, field.text, escapeHtml) };
  const label = fillText(interview, field.label);
  const stored = interview.values.get(name);
  const value = stored ? asSingle(stored, name).value : null;
  if (field.kind === 'input') return { kind: 'input', name, field, label, value };
  return { kind: 'choice', name, field, label, value, choices: choicesOf(interview, field) };
}

function firstValue(interview: Interview, field: InputField | ChoiceField): FieldValue {
  if (field.kind === 'choice') {
    const offered = choicesOf(interview, field).find(({ from }) => from === field.initialChoice);
    return offered?.value ?? null;
  }
  const blank = field.type === 'Checkbox' ? false : null;
  return field.initial
    ? convert(asSingle(resolveValue(interview, field.initial), field.name), field.type, field.name)
    : blank;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
