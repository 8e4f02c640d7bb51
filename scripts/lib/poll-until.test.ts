import { expect, test } from 'vitest';
import { pollUntil } from './poll-until.ts';

test('asks until there is an answer, and zero is one', async () => {
  const answers = [undefined, null, false, 0];
  const answer = await pollUntil(async () => answers.shift() as number | undefined, {
    ...{ what: 'a number', deadlineMs: 1_000, everyMs: 1 },
  });
  expect([answer, answers]).toEqual([0, []]);
});

test('says in vain for what it waited', async () => {
  const waiting = pollUntil(async () => false, { what: 'the packages', deadlineMs: 0, everyMs: 1 });
  await expect(waiting).rejects.toThrow('Waited 0 s in vain for the packages.');
});
