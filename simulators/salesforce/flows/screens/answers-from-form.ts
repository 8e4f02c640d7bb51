import type { FieldView } from './interview-view.ts';
import type { Answers } from './take-answers.ts';

/** What a browser's form says, for the fields that were on the page: a checkbox it leaves out is not checked. */
export function answersFromForm(fields: FieldView[], form: Readonly<Record<string, unknown>>): Answers {
  const asked = fields.filter((field) => field.kind !== 'display');
  return Object.fromEntries(asked.map((field) => [field.name, answer(field.type, form[field.name])]));
}

function answer(type: string, sent: unknown): unknown {
  if (type === 'Checkbox') return sent !== undefined;
  if (type === 'DateTime' && typeof sent === 'string' && sent !== '') return `${sent}Z`;
  return sent === undefined || sent === '' ? null : sent;
}
