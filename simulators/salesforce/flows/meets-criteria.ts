import type { Criteria } from './flow-criteria.ts';
import { holds } from './conditions.ts';
import { evaluateLogic } from './filter-logic.ts';
import { asSingle } from './flow-value.ts';
import { createInterview, type Interview } from './interview.ts';
import { formulaScope, resolveReference, resolveValue } from './resolve-reference.ts';

/** Whether the record meets the flow's entry conditions, the wish for a change included. */
export function entersFlow(interview: Interview): boolean {
  const { start } = interview.flow;
  if (start.kind !== 'record') return false;
  if (interview.prior === null ? !start.events.create : !start.events.update) return false;
  return meetsStart(interview) && !(start.requiresChange && metBefore(interview, meetsStart));
}

/** Whether the record as it is meets the entry conditions, whatever it was before. */
export function meetsStart(interview: Interview): boolean {
  const { start } = interview.flow;
  if (start.kind !== 'record') return true;
  const { criteria, formula } = start;
  if (formula) return formula.evaluate(formulaScope(interview)) === true;
  return !criteria || meets(interview, criteria, (field) => `$Record.${field}`);
}

/** Whether conditions hold, such as those of a field on a screen. */
export function meetsCriteria(interview: Interview, criteria: Criteria): boolean {
  return meets(interview, criteria, (reference) => reference);
}

/** Whether a rule of a decision holds. */
export function meetsRule(interview: Interview, criteria: Criteria, requiresChange: boolean): boolean {
  const check = (one: Interview) => meets(one, criteria, (reference) => reference);
  return check(interview) && !(requiresChange && metBefore(interview, check));
}

/** Whether conditions hold; `toReference` turns a condition's left side into a reference. */
function meets(interview: Interview, { logic, conditions }: Criteria, toReference: (left: string) => string): boolean {
  return evaluateLogic(logic, conditions.length, (index) => {
    const condition = conditions[index];
    if (!condition) return false;
    const reference = toReference(condition.left);
    const right = resolveValue(interview, condition.right);
    if (condition.operator === 'IsChanged')
      return isChanged(interview, reference) === (asSingle(right, reference).value === true);
    return holds(resolveReference(interview, reference), condition.operator, right);
  });
}

/** On a new record nothing is changed, as for ISCHANGED. */
function isChanged(interview: Interview, reference: string): boolean {
  if (interview.prior === null) return false;
  const before = resolveReference(interview, reference.replace(/^\$Record\./, '$Record__Prior.'));
  return asSingle(resolveReference(interview, reference), reference).value !== asSingle(before, reference).value;
}

function metBefore(interview: Interview, check: (interview: Interview) => boolean): boolean {
  const { flow, prior } = interview;
  if (prior === null) return false;
  const before = createInterview(flow, { row: { ...prior }, prior }, interview);
  for (const [name, value] of interview.values) before.values.set(name, value);
  return check(before);
}
