import type { FormulaScope } from '../formula-model.ts';
import type { FieldValue } from '../model.ts';
import type { FormulaNode } from './formula-tree.ts';
import { toFormulaValue, type FormulaKind, type FormulaValue } from './formula-value.ts';
import { sharedKind, wrongKind, type FunctionSignature } from './function-signature.ts';

type Evaluate = (node: FormulaNode) => FormulaValue;

/** A function that decides itself which arguments are evaluated, or that looks at the save around it. */
export interface SpecialFunction extends FunctionSignature {
  run(args: readonly FormulaNode[], evaluate: Evaluate, scope: FormulaScope): FormulaValue;
}

const ANY: FormulaKind[] = ['text', 'number', 'checkbox', 'date', 'datetime', 'picklist'];
const BLANKABLE: FormulaKind[] = ['text', 'number', 'date', 'datetime', 'picklist'];
const PLAIN: FormulaKind[] = ['text', 'number', 'checkbox', 'date', 'datetime'];
const CHECKBOX: FormulaKind[] = ['checkbox'];

/** By name in lower case. */
export const specialFunctions: ReadonlyMap<string, SpecialFunction> = new Map<string, SpecialFunction>([
  [
    'and',
    { ...logical(1, Infinity), run: (args, evaluate) => yesNo(args.every((arg) => evaluate(arg).value === true)) },
  ],
  ['or', { ...logical(1, Infinity), run: (args, evaluate) => yesNo(args.some((arg) => evaluate(arg).value === true)) }],
  ['not', { ...logical(1, 1), run: ([arg], evaluate) => yesNo(negated(evaluate(given(arg)).value)) }],
  [
    'if',
    {
      parameters: [CHECKBOX, PLAIN],
      least: 3,
      most: 3,
      result: ([, ...branches]) => sharedKind('if', branches),
      run: ([test, yes, no], evaluate) => evaluate(given(evaluate(given(test)).value === true ? yes : no)),
    },
  ],
  ['case', { parameters: [BLANKABLE, PLAIN], least: 4, most: Infinity, result: caseKind, run: runCase }],
  ['ispickval', { ...fixed([['picklist'], ['text']], 'checkbox'), run: isPickVal }],
  [
    'isblank',
    { ...fixed([BLANKABLE], 'checkbox'), run: ([arg], evaluate) => yesNo(evaluate(given(arg)).value === null) },
  ],
  ['isnull', { ...fixed([BLANKABLE], 'checkbox'), run: isNull }],
  ['blankvalue', { ...substitute('blankvalue'), run: firstNotBlank }],
  ['nullvalue', { ...substitute('nullvalue'), run: firstNotBlank }],
  ['today', { ...fixed([], 'date'), run: (_args, _evaluate, scope) => today(scope) }],
  ['now', { ...fixed([], 'datetime'), run: (_args, _evaluate, scope) => now(scope) }],
  ['isnew', { ...fixed([], 'checkbox'), run: (_args, _evaluate, scope) => yesNo(scope.isNew) }],
  ['isclone', { ...fixed([], 'checkbox'), run: (_args, _evaluate, scope) => yesNo(scope.isClone) }],
  ['ischanged', { ...fixed([ANY], 'checkbox'), run: isChanged }],
  ['priorvalue', { ...fixed([ANY], 'text'), result: ([kind = 'null']) => kind, run: priorValue }],
]);

/** Functions that take a field itself, not its value. */
export const fieldFunctions: ReadonlySet<string> = new Set(['ischanged', 'priorvalue']);

function isChanged([field]: readonly FormulaNode[], _evaluate: Evaluate, scope: FormulaScope): FormulaValue {
  const reference = referenceOf(field);
  if (scope.isNew) return yesNo(false);
  return yesNo(toFormulaValue(scope.resolve(reference)).value !== toFormulaValue(scope.resolvePrior(reference)).value);
}

function priorValue([field]: readonly FormulaNode[], _evaluate: Evaluate, scope: FormulaScope): FormulaValue {
  return toFormulaValue(scope.resolvePrior(referenceOf(field)));
}

function today(scope: FormulaScope): FormulaValue {
  return { kind: 'date', value: scope.now.toISOString().slice(0, 10) };
}

function now(scope: FormulaScope): FormulaValue {
  return { kind: 'datetime', value: scope.now.toISOString() };
}

function isPickVal([field, wanted]: readonly FormulaNode[], evaluate: Evaluate): FormulaValue {
  return yesNo((evaluate(given(field)).value ?? '') === (evaluate(given(wanted)).value ?? ''));
}

function isNull([argument]: readonly FormulaNode[], evaluate: Evaluate): FormulaValue {
  const { kind, value } = evaluate(given(argument));
  return yesNo(kind !== 'text' && value === null); // on the platform a text is never null
}

function firstNotBlank([first, second]: readonly FormulaNode[], evaluate: Evaluate): FormulaValue {
  const value = evaluate(given(first));
  return value.value === null ? evaluate(given(second)) : value;
}

function runCase([subject, ...others]: readonly FormulaNode[], evaluate: Evaluate): FormulaValue {
  const wanted = evaluate(given(subject)).value ?? '';
  for (let index = 0; index + 1 < others.length; index += 2) {
    if ((evaluate(given(others[index])).value ?? '') === wanted) return evaluate(given(others[index + 1]));
  }
  return evaluate(given(others.at(-1)));
}

function caseKind([subject = 'null', ...others]: FormulaKind[]): FormulaKind {
  if (others.length % 2 === 0)
    throw new Error("Incorrect number of parameters for function 'CASE()': the else result is missing");
  const tests = others.filter((_, index) => index % 2 === 0 && index < others.length - 1);
  const expected = subject === 'picklist' ? 'text' : subject;
  const odd = tests.find((kind) => kind !== expected && kind !== 'null' && expected !== 'null');
  if (odd) throw wrongKind('case', [expected], odd);
  return sharedKind(
    'case',
    others.filter((_, index) => index % 2 === 1 || index === others.length - 1),
  );
}

function yesNo(value: FieldValue): FormulaValue {
  return { kind: 'checkbox', value };
}

function negated(value: FieldValue): FieldValue {
  return value === null ? null : value !== true;
}

function referenceOf(node: FormulaNode | undefined): string {
  if (node?.type !== 'reference') throw new Error('ISCHANGED() and PRIORVALUE() take a field');
  return node.reference;
}

function given(node: FormulaNode | undefined): FormulaNode {
  if (!node) throw new Error('an argument is missing');
  return node;
}

function logical(least: number, most: number): FunctionSignature {
  return { parameters: [CHECKBOX], least, most, result: () => 'checkbox' };
}

function fixed(parameters: FormulaKind[][], result: FormulaKind): FunctionSignature {
  return { parameters, least: parameters.length, most: parameters.length, result: () => result };
}

function substitute(name: string): FunctionSignature {
  const kinds = BLANKABLE.filter((kind) => kind !== 'picklist');
  return { parameters: [kinds, kinds], least: 2, most: 2, result: (given) => sharedKind(name, given) };
}
