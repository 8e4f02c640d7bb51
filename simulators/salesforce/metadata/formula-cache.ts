import { compileFormula, type CheckedFormula } from '../formulas/compile-formula.ts';
import type { Schema } from './schema.ts';

/** Compiles each formula of a schema once. */
export function createFormulaCache(): Schema['formula'] {
  const compiled = new Map<string, CheckedFormula>();
  return (expression, options) => {
    const key = `${String(options?.blanksAsZero ?? false)} ${expression}`;
    const known = compiled.get(key) ?? compileFormula(expression, options);
    compiled.set(key, known);
    return known;
  };
}
