import type { FormulaScope } from '../formula-model.ts';
import type { FieldValue } from '../model.ts';
import type { FormulaNode } from './formula-tree.ts';
import { blankAsZero, toFormulaValue, type FormulaKind, type FormulaValue } from './formula-value.ts';
import { operators } from './operators.ts';
import { plainFunctions, type PlainFunction } from './plain-functions.ts';
import { specialFunctions } from './special-functions.ts';

/** The formula's result: a blank text is null, a blank yes/no is false. */
export function evaluateNode(tree: FormulaNode, scope: FormulaScope, blanksAsZero: boolean): FieldValue {
  const evaluate = (node: FormulaNode): FormulaValue => {
    if (node.type === 'literal') return { kind: node.kind, value: node.value === '' ? null : node.value };
    if (node.type === 'call') return evaluateCall(node.name, node.args, { evaluate, scope });
    const value = toFormulaValue(scope.resolve(node.reference));
    return blanksAsZero ? blankAsZero(value) : value;
  };
  const { kind, value } = evaluate(tree);
  return kind === 'checkbox' ? value === true : value;
}

function evaluateCall(
  name: string,
  args: readonly FormulaNode[],
  { evaluate, scope }: { evaluate: (node: FormulaNode) => FormulaValue; scope: FormulaScope },
): FormulaValue {
  const special = specialFunctions.get(name);
  if (special) return special.run(args, evaluate, scope);
  const values = args.map(evaluate);
  const kinds = values.map((value) => value.kind);
  const operator = operators.get(name);
  const [left, right] = values;
  if (operator && left && right) return notEmpty(operator.result(kinds), operator.run(left, right));
  const plain = plainFunctions.get(name);
  if (!plain) throw new Error(`Unknown function ${name.toUpperCase()}`);
  return notEmpty(plain.result(kinds), runPlain(plain, values));
}

/** Blank texts are empty texts to a function; a blank of any other kind makes the result blank. */
function runPlain(plain: PlainFunction, values: FormulaValue[]): FieldValue {
  const isText = (index: number) => (plain.parameters[index] ?? plain.parameters.at(-1))?.[0] === 'text';
  const given = values.map((value, index) =>
    value.value === null && isText(index) ? { kind: 'text' as const, value: '' } : value,
  );
  return given.some((value) => value.value === null) ? null : plain.run(given);
}

function notEmpty(kind: FormulaKind, value: FieldValue): FormulaValue {
  return { kind, value: value === '' ? null : value };
}
