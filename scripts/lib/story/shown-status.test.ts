import { expect, test } from 'vitest';
import type { ShownCheck } from './requester.ts';
import { untilShown } from './shown-status.ts';

/** A page that shows these one after the other, the last one for ever. */
function setup(...looks: (ShownCheck | undefined)[]) {
  return { shownCheck: async () => (looks.length > 1 ? looks.shift() : looks[0]) };
}

const invited = { status: 'Invited', badges: [] };
const cleared = { status: 'Completed', badges: ['Cleared', 'Result: Clear'] };

test('waits until the status and every badge are there', async () => {
  const page = setup(undefined, invited, { ...cleared, badges: ['Result: Clear'] }, cleared);
  expect(await untilShown(page, { status: 'Completed', badges: ['Cleared'] })).toEqual(cleared);
});

test('says what is shown instead, badges included', async () => {
  const page = setup({ status: 'Completed', badges: ['Not cleared'] });
  const waiting = untilShown(page, { status: 'Completed', badges: ['Cleared'] }, 0);
  await expect(waiting).rejects.toThrow('Completed [Not cleared], for 0 s');
});

test('says that no check is shown', async () => {
  await expect(untilShown(setup(undefined), { status: 'Invited' }, 0)).rejects.toThrow('no check, for 0 s');
});
