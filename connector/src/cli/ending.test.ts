import { expect, test } from 'vitest';
import { Failure } from '../domain/failure.ts';
import { endingOf } from './ending.ts';
import { UsageError } from './usage-error.ts';

test('what somebody else refused is told by its code, never in their words', () => {
  const failure = new Failure('rejected', 'checkr-422', { vendorWords: ['SSN 111-11-2001 is invalid'] });
  const ending = endingOf(failure);
  expect(ending).toMatchObject({
    code: 1,
    words: expect.stringMatching(/Checkr refuses that \(checkr-422\).*doctor/) as string,
  });
  expect(ending?.words).not.toContain('111-11-2001');
});

test('what was typed wrongly could not begin; a bug keeps its stack', () => {
  expect(endingOf(new UsageError('Say what to replay.'))).toEqual({ code: 2, words: 'Say what to replay.\n' });
  expect(endingOf(new TypeError('x is undefined'))).toBeNull();
});
