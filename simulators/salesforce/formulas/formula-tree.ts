import { ast, type Tree } from 'formulon';
import type { FieldValue } from '../model.ts';
import { prepareSource } from './formula-source.ts';
import type { FormulaKind } from './formula-value.ts';

/** A parsed formula: functions and operators alike are calls, named in lower case (`ispickval`, `greaterThan`). */
export type FormulaNode =
  | { readonly type: 'call'; readonly name: string; readonly args: readonly FormulaNode[] }
  | { readonly type: 'reference'; readonly reference: string }
  | { readonly type: 'literal'; readonly kind: FormulaKind; readonly value: FieldValue };

/** Names the grammar gives to operators; as functions they do not exist. */
const OPERATOR_CALL = /\b(add|subtract|multiply|divide|exponentiate|equal|unequal)\s*\(/i;

/** Parsing is most of what a deployment costs, and every org deploys the same formulas. */
const parsed = new Map<string, FormulaNode>();

/** @throws Error when the expression is no formula. */
export function parseFormula(expression: string): FormulaNode {
  const known = parsed.get(expression);
  if (known) return known;
  const node = parse(expression);
  parsed.set(expression, node);
  return node;
}

function parse(expression: string): FormulaNode {
  const { text, strings } = prepareSource(expression);
  if (text.trim() === '') throw new Error('Syntax error: the formula is empty');
  const operator = OPERATOR_CALL.exec(text)?.[1];
  if (operator) throw new Error(`Unknown function ${operator.toUpperCase()}`);
  return toNode(ast(text), strings);
}

/** Every reference below the node, each once, in order. */
export function referencesOf(node: FormulaNode): string[] {
  if (node.type === 'reference') return [node.reference];
  return node.type === 'call' ? [...new Set(node.args.flatMap(referencesOf))] : [];
}

function toNode(tree: Tree, strings: string[]): FormulaNode {
  switch (tree.type) {
    case 'error':
      throw new Error('Syntax error');
    case 'callExpression':
      return { type: 'call', name: tree.id, args: tree.arguments.map((argument) => toNode(argument, strings)) };
    case 'identifier':
      return identifierNode(tree.name, strings);
    case 'literal':
      return literalNode(tree.value);
  }
}

function identifierNode(name: string, strings: string[]): FormulaNode {
  if (!name.startsWith('$Literal.')) return { type: 'reference', reference: name };
  return { type: 'literal', kind: 'text', value: strings[Number(name.slice('$Literal.'.length))] ?? '' };
}

function literalNode(value: string | number | boolean | Date | null): FormulaNode {
  if (typeof value === 'number') return { type: 'literal', kind: 'number', value };
  if (typeof value === 'boolean') return { type: 'literal', kind: 'checkbox', value };
  return { type: 'literal', kind: 'null', value: null };
}
