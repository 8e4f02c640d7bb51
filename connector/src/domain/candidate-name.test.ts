import { expect, test } from 'vitest';
import { isSomebodyElse } from './candidate-name.ts';

const name = (firstName: string | null, lastName: string | null) => ({ firstName, lastName });

test.each([
  ['the same name, written as Checkr writes it', name('ANNE-MARIE', "O'Brien"), name('Anne Marie', 'Obrien')],
  ['accents', name('Zoë', 'Núñez'), name('Zoe', 'Nunez')],
  ['a new last name', name('Ada', 'Example'), name('Ada', 'Sample')],
  ['a short first name', name('Bob', 'Example'), name('Robert', 'Example')],
  ['a name Checkr does not know yet', name(null, null), name('Ada', 'Example')],
])('%s: the same person', (_what, one, other) => {
  expect(isSomebodyElse(one, other)).toBe(false);
});

test('another first and another last name: somebody else', () => {
  expect(isSomebodyElse(name('Ada', 'Example'), name('Grace', 'Sample'))).toBe(true);
});
