import { expect, test } from 'vitest';
import { Problem } from '../problem.ts';
import type { Setup, SetupStep } from './setup-step.ts';
import { walkThrough } from './walk-through.ts';

/** Nobody is at the keyboard. */
const setup = (checkOnly = false) => ({ options: { checkOnly } }) as Setup;

function stepThat(finds: ('done' | 'open' | 'unsure')[], more: Partial<SetupStep> = {}): SetupStep {
  const left = [...finds];
  return {
    title: 'A step',
    check: () => Promise.resolve({ state: left.shift() ?? 'done', words: 'do it' }),
    ...more,
  };
}

test('what is done is left alone', async () => {
  const mend = () => Promise.reject(new Error('must not be called'));
  expect(await walkThrough([stepThat(['done'], { mend })], setup())).toEqual([]);
});

test('what is open is done, and looked at again', async () => {
  const done: string[] = [];
  const mend = () => Promise.resolve(void done.push('mended'));
  expect(await walkThrough([stepThat(['open', 'done'], { mend })], setup())).toEqual([]);
  expect(done).toEqual(['mended']);
});

test('what did not help, and what only a person can see, is named at the end', async () => {
  const steps = [
    stepThat(['open', 'open'], { mend: () => Promise.resolve() }),
    stepThat(['unsure'], { title: 'By hand' }),
  ];
  expect(await walkThrough(steps, setup())).toEqual(['A step', 'By hand']);
});

test('only to look changes nothing', async () => {
  const mend = () => Promise.reject(new Error('must not be called'));
  expect(await walkThrough([stepThat(['open'], { mend })], setup(true))).toEqual(['A step']);
});

test('a look that fails is for a person; a step that fails ends it all', async () => {
  const blind = stepThat([], { check: () => Promise.reject(new Problem('No such object.')) });
  expect(await walkThrough([blind], setup())).toEqual(['A step']);
  const broken = stepThat(['open'], { mend: () => Promise.reject(new Problem('Deploy failed.')) });
  await expect(walkThrough([broken], setup())).rejects.toThrow('Deploy failed.');
});
