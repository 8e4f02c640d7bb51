import type { FormulaNode } from './formula-tree.ts';
import type { FormulaKind } from './formula-value.ts';
import { checkArguments, type FunctionSignature } from './function-signature.ts';
import { operators } from './operators.ts';
import { plainFunctions } from './plain-functions.ts';
import { fieldFunctions, specialFunctions } from './special-functions.ts';

/** @throws Error naming the first function that does not exist, or that is given a value where it takes a field. */
export function checkNames(node: FormulaNode): void {
  if (node.type !== 'call') return;
  if (!signatureOf(node.name)) throw new Error(`Unknown function ${node.name.toUpperCase()}`);
  if (fieldFunctions.has(node.name) && node.args[0]?.type !== 'reference') {
    throw new Error(`${node.name.toUpperCase()}() takes a field`);
  }
  if (node.name === 'ispickval' && node.args[1]?.type !== 'literal') {
    throw new Error('ISPICKVAL() takes a text literal as its second parameter');
  }
  node.args.forEach(checkNames);
}

/** The kind of the node's result, whatever branch is taken. @throws Error when kinds do not fit. */
export function checkKinds(node: FormulaNode, kindOf: (reference: string) => FormulaKind): FormulaKind {
  if (node.type === 'literal') return node.kind;
  if (node.type === 'reference') return kindOf(node.reference);
  const signature = signatureOf(node.name);
  if (!signature) throw new Error(`Unknown function ${node.name.toUpperCase()}`);
  const kinds = node.args.map((argument) => checkKinds(argument, kindOf));
  checkArguments(node.name, signature, kinds);
  return signature.result(kinds);
}

function signatureOf(name: string): FunctionSignature | undefined {
  return specialFunctions.get(name) ?? operators.get(name) ?? plainFunctions.get(name);
}
