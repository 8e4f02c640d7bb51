declare module 'formulon' {
  export interface Literal {
    type: 'literal';
    dataType: 'text' | 'number' | 'checkbox' | 'date' | 'datetime' | 'picklist' | 'null';
    value: string | number | boolean | Date | null;
    options: { length?: number; scale?: number };
  }
  export interface FormulaError {
    type: 'error';
    errorType: string;
    message: string;
  }
  export type Tree =
    | Literal
    | FormulaError
    | { type: 'identifier'; name: string }
    | { type: 'callExpression'; id: string; arguments: Tree[] };
  export function ast(formula: string): Tree;
  export function parse(formula: string, values: Record<string, Literal>): Literal | FormulaError;
}
