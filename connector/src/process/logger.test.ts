import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutPersonalFacts } from './logger.ts';

test.each(['authorization', 'body', 'email', 'headers', 'ssn', 'vendorWords'])('%s is never written', (fact) => {
  const planted = { [fact]: 'planted' };
  const logged = withoutPersonalFacts({ ...planted, checkId: 'a00', inside: { deeper: [planted] } });
  expect(JSON.stringify(logged)).not.toContain('planted');
  expect(logged).toMatchObject({ checkId: 'a00', inside: { deeper: [{ [fact]: expect.any(String) as string }] } });
});

test('every other fact is written as it is given', () => {
  const names = fc.string({ minLength: 1, maxLength: 8 }).map((name) => `fact ${name}`);
  const facts = fc.dictionary(names, fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string())), {
    noNullPrototype: true,
  });
  fc.assert(fc.property(facts, (given) => void expect(withoutPersonalFacts(given)).toEqual(given)));
});

test('an error keeps its stack, which pino writes', () => {
  const err = new Error('an invented one');
  expect(withoutPersonalFacts({ err })).toEqual({ err });
});
