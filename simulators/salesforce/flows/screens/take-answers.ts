import type { FieldType, FieldValue } from '../../model.ts';
import { setReference } from '../assign.ts';
import { single } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { readField } from '../record-field.ts';
import { formulaScope } from '../resolve-reference.ts';
import type { ShownField } from './show-screen.ts';

/** What a user entered, by field; a field that is not there keeps what it has. */
export type Answers = Readonly<Record<string, unknown>>;

type AskedField = Exclude<ShownField, { kind: 'display' }>;

const REQUIRED = 'Please enter some valid input. Input is not optional.';
const MISFITS: Partial<Record<FieldType, string>> = {
  Checkbox: 'Please check or uncheck it.',
  Number: 'Please enter a valid number.',
  Currency: 'Please enter a valid number.',
  Date: 'Please enter a valid date.',
  DateTime: 'Please enter a valid date and time.',
};

/** Keeps what was entered on a screen; what is wrong with which field, nothing when all is well. */
export function takeAnswers(interview: Interview, shown: ShownField[], answers: Answers): Map<string, string> {
  const asked = shown.filter((field) => field.kind !== 'display');
  const problems = new Map<string, string>();
  for (const field of asked) {
    const problem = take(interview, field, field.name in answers ? answers[field.name] : field.value);
    if (problem !== undefined) problems.set(field.name, problem);
  }
  for (const field of asked.filter(({ name }) => !problems.has(name))) {
    const problem = validate(interview, field);
    if (problem !== undefined) problems.set(field.name, problem);
  }
  return problems;
}

function take(interview: Interview, shown: AskedField, raw: unknown): string | undefined {
  const { field, name } = shown;
  const value = shown.kind === 'choice' ? chosen(shown, raw) : entered(field.type, raw);
  if (value === undefined) return MISFITS[field.type] ?? 'Please enter a valid value.';
  interview.values.set(name, single(field.type, value));
  if (field.isRequired && value === null) return REQUIRED;
  if (shown.kind === 'choice') keepOutputs(interview, shown, value);
  return undefined;
}

function validate(interview: Interview, { field, name }: AskedField): string | undefined {
  const value = interview.values.get(name);
  const isBlank = value?.kind === 'single' && value.value === null;
  if (!field.validation || isBlank) return undefined;
  return field.validation.formula.evaluate(formulaScope(interview)) === true ? undefined : field.validation.message;
}

/** Undefined for something that was not offered. */
function chosen({ choices }: Extract<AskedField, { kind: 'choice' }>, raw: unknown): FieldValue | undefined {
  if (raw === null || raw === '') return null;
  return choices.find(({ value }) => String(value) === String(raw))?.value;
}

function keepOutputs(
  interview: Interview,
  { choices }: Extract<AskedField, { kind: 'choice' }>,
  value: FieldValue,
): void {
  const choice = choices.find((one) => one.value === value);
  const resource = choice && interview.flow.resources.get(choice.from);
  if (!choice?.row || resource?.kind !== 'choiceSet' || !('object' in resource.from)) return;
  for (const { field: from, target } of choice.outputs) {
    const { type, value: kept } = readField(interview.rows, { object: resource.from.object, row: choice.row }, [from]);
    setReference(interview, target, single(type, kept));
  }
}

/** Undefined for something that is no value of the type. */
function entered(type: FieldType, raw: unknown): FieldValue | undefined {
  if (raw === null || raw === '') return type === 'Checkbox' ? false : null;
  if (type === 'Checkbox') return typeof raw === 'boolean' ? raw : undefined;
  if (type === 'Number' || type === 'Currency') return numberOf(raw);
  if (typeof raw !== 'string') return undefined;
  if (type === 'Date') return /^\d{4}-\d\d-\d\d$/.test(raw) && !Number.isNaN(Date.parse(raw)) ? raw : undefined;
  if (type === 'DateTime') return Number.isNaN(Date.parse(raw)) ? undefined : new Date(raw).toISOString();
  return raw;
}

function numberOf(raw: unknown): number | undefined {
  const value = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
