import type { Formula, FormulaScope, TypedValue } from '../formula-model.ts';
import type { ValueSource } from './flow-criteria.ts';
import type { FlowResource } from './flow-definition.ts';

import { FlowFault } from './flow-fault.ts';
import { asSingle, convert, recordOf, single, textOfValue, type FlowRecord, type FlowValue } from './flow-value.ts';
import { globalValue } from './global-value.ts';
import type { Interview } from './interview.ts';
import { readField, type RowOfObject } from './record-field.ts';
import { mergeText } from './value-references.ts';

/** What a value in the flow comes to; `{!…}` in texts is filled in. @throws FlowFault when something is not there. */
export function resolveValue(interview: Interview, source: ValueSource): FlowValue {
  if (source.kind === 'reference') return resolveReference(interview, source.reference);
  if (typeof source.value !== 'string' || source.type !== 'Text') return single(source.type, source.value);
  return single('Text', fillText(interview, source.value));
}

/** A text with its `{!…}` filled in; `escape` is for what is filled in. */
export function fillText(interview: Interview, text: string, escape = (filled: string) => filled): string {
  const textOf = (reference: string) => textOfValue(asSingle(resolveReference(interview, reference), reference));
  return mergeText(text, (reference) => escape(textOf(reference)));
}

/** What `$Record.Name`, a variable, an element's output … stands for. @throws FlowFault like the platform's for a record that was not found. */
export function resolveReference(interview: Interview, reference: string): FlowValue {
  const [first = '', ...path] = reference.split('.');
  const value = rootValue(interview, first, reference);
  if (path.length === 0 || first === '$Flow' || (first.startsWith('$') && !first.startsWith('$Record'))) return value;
  if (value.kind === 'outputs') return fieldOf(interview, outputAt(value.values, path[0]), path.slice(1), reference);
  return fieldOf(interview, value, path, reference);
}

function outputAt(outputs: ReadonlyMap<string, FlowValue>, name = ''): FlowValue {
  return outputs.get(name) ?? { kind: 'collection', items: [] };
}

function fieldOf(interview: Interview, value: FlowValue, path: string[], reference: string): FlowValue {
  const [first = ''] = reference.split('.');
  if (path.length === 0) return value;
  if (value.kind !== 'record') throw new FlowFault(`${reference}: ${first} is not a record`);
  if (value.record.row === null && first !== '$Record__Prior') {
    throw new FlowFault(`The flow failed to access the value for ${reference} because it hasn't been set or assigned.`);
  }
  const { type, value: content } = fieldAt(interview, value.record, path);
  return single(type, content);
}

/** What a formula of the flow sees. A missing record reads as blank there. */
export function formulaScope(interview: Interview): FormulaScope {
  const resolve = (reference: string): TypedValue => {
    const [first = '', ...path] = reference.split('.');
    const value = path.length > 0 && first !== '$Flow' ? recordRow(interview, first) : undefined;
    return value ? fieldAt(interview, value, path) : asSingle(resolveReference(interview, reference), reference);
  };
  const resolvePrior = (reference: string): TypedValue => {
    const isOwn = reference.startsWith('$Record.') && interview.prior !== null;
    return resolve(isOwn ? reference.replace('$Record.', '$Record__Prior.') : reference);
  };
  return { now: interview.transaction.now, isNew: interview.prior === null, isClone: false, resolve, resolvePrior };
}

function rootValue(interview: Interview, first: string, reference: string): FlowValue {
  if (first === '$Record') return { kind: 'record', record: recordIn(interview, reference) };
  if (first === '$Record__Prior')
    return { kind: 'record', record: recordOf(recordIn(interview, reference).object, interview.prior) };
  const known = interview.values.get(first);
  if (known) return known;
  const resource = interview.flow.resources.get(first);
  if (resource) return resourceValue(interview, first, resource);
  if (first === '$Flow') return flowValue(interview, reference);
  if (!first.startsWith('$'))
    throw new FlowFault(`The flow failed to access the value for ${reference} because it hasn't been set or assigned.`);
  const { type, value } = globalValue(reference, interview.transaction, interview.services);
  return single(type, value);
}

function recordIn({ record }: Interview, reference: string): FlowRecord {
  if (record) return record;
  throw new FlowFault(`The flow failed to access the value for ${reference} because it hasn't been set or assigned.`);
}

function recordRow(interview: Interview, first: string): RowOfObject | undefined {
  if (first === '$Record') return interview.record;
  if (first === '$Record__Prior') return interview.record && { object: interview.record.object, row: interview.prior };
  const value = interview.values.get(first);
  return value?.kind === 'record' ? value.record : undefined;
}

function fieldAt(interview: Interview, record: RowOfObject, path: string[]): TypedValue {
  return readField(interview.rows, record, path);
}

function resourceValue(interview: Interview, name: string, resource: FlowResource): FlowValue {
  switch (resource.kind) {
    case 'formula': {
      const value = evaluate(interview, resource.formula);
      return single(resource.type, typeof value === 'number' ? rounded(value, resource.scale) : value);
    }
    case 'template':
      return single('Text', fillText(interview, resource.text));
    case 'constant':
      return single(
        resource.type,
        convert(asSingle(resolveValue(interview, resource.value), name), resource.type, name),
      );
    case 'choice':
      return resource.value ? resolveValue(interview, resource.value) : single('Text', resource.text);
    default:
      throw new FlowFault(`The flow failed to access the value for ${name} because it hasn't been set or assigned.`);
  }
}

function evaluate(interview: Interview, formula: Formula) {
  try {
    return formula.evaluate(formulaScope(interview));
  } catch (error) {
    throw new FlowFault(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function flowValue(interview: Interview, reference: string): FlowValue {
  const now = interview.transaction.now.toISOString();
  if (reference === '$Flow.CurrentDateTime') return single('DateTime', `${now.slice(0, 19)}.000Z`);
  if (reference === '$Flow.CurrentDate') return single('Date', now.slice(0, 10));
  if (reference === '$Flow.InterviewGuid') return single('Text', `${interview.flow.name}-${now}`);
  return single('Text', interview.faultMessage);
}

function rounded(value: number, scale: number | undefined): number {
  return scale === undefined ? value : Number(`${Math.round(Number(`${value}e${scale}`))}e-${scale}`);
}
