/** Why a logic does not fit so many conditions; undefined when it does. */
export function checkLogic(logic: string, conditions: number): string | undefined {
  if (/^(and|or)$/i.test(logic.trim())) return undefined;
  const numbers = [...logic.matchAll(/\d+/g)].map((match) => Number(match[0]));
  if (numbers.some((number) => number < 1 || number > conditions))
    return `logic ${logic} names a condition that is not there`;
  for (let number = 1; number <= conditions; number += 1) {
    if (!numbers.includes(number)) return `logic ${logic} leaves out condition ${number}`;
  }
  try {
    evaluateLogic(logic, conditions, () => true);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * `and`, `or`, or an expression over the conditions' numbers: `1 AND (2 OR NOT 3)`. AND binds before OR.
 * `holds` is asked by index from 0. @throws Error when the expression cannot be read.
 */
export function evaluateLogic(logic: string, conditions: number, holds: (index: number) => boolean): boolean {
  const indexes = Array.from({ length: conditions }, (_, index) => index);
  if (/^and$/i.test(logic.trim())) return indexes.every(holds);
  if (/^or$/i.test(logic.trim())) return indexes.some(holds);
  const tokens = logic.toUpperCase().match(/\d+|\w+|\S/g) ?? [];
  const result = readOr(tokens, holds);
  if (tokens.length > 0) throw new Error(`logic ${logic} cannot be read at ${tokens[0]}`);
  return result;
}

function readOr(tokens: string[], holds: (index: number) => boolean): boolean {
  let result = readAnd(tokens, holds);
  while (tokens[0] === 'OR') {
    tokens.shift();
    result = readAnd(tokens, holds) || result;
  }
  return result;
}

function readAnd(tokens: string[], holds: (index: number) => boolean): boolean {
  let result = readOne(tokens, holds);
  while (tokens[0] === 'AND') {
    tokens.shift();
    result = readOne(tokens, holds) && result;
  }
  return result;
}

function readOne(tokens: string[], holds: (index: number) => boolean): boolean {
  const token = tokens.shift() ?? 'its end';
  if (/^\d+$/.test(token)) return holds(Number(token) - 1);
  if (token === 'NOT') return !readOne(tokens, holds);
  if (token !== '(') throw new Error(`logic cannot be read at ${token}`);
  const result = readOr(tokens, holds);
  if (tokens.shift() !== ')') throw new Error('logic misses a closing bracket');
  return result;
}
