import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STEPS, startOrder, type Step, type World } from '../testing/order-world.ts';
import { applyEvent } from './apply-event.ts';
import { carryOutAction } from './carry-out-action.ts';

const WORLDS: World[] = (['invitation', 'report'] as const).flatMap((ordering) =>
  (['United States', 'India'] as const).map((country) => ({ ordering, country })),
);

const start = (world: World) => startOrder(world, { carryOut: carryOutAction, apply: applyEvent });

/** Everything that may happen between a request and its result, in which an order could be placed a second time. */
const STORIES: [string, Step[]][] = [
  ['the answer of the order is lost', ['lose the answer', 'try', 'try']],
  ['the order is not written down', ['lose the write', 'try', 'try']],
  ['the key is forgotten before the next try', ['lose the answer', 'try', 'a day passes', 'try']],
  ['it is not written down before the key is forgotten', ['lose the write', 'try', 'a day passes', 'try']],
  [
    'a lost order fails and is resumed',
    ['lose the answer', 'try', 'e-mail goes', 'try', 'e-mail comes', 'Resume', 'try'],
  ],
  [
    'what is resumed has become a report',
    ['lose the answer', 'try', 'e-mail goes', 'try', 'applicant answers', 'e-mail comes', 'Resume', 'try', 'try'],
  ],
  [
    'Checkr lets the candidate be used no more',
    ['lose the answer', 'try', 'e-mail goes', 'try', 'e-mail comes', 'candidate is refused', 'Resume', 'try', 'try'],
  ],
  [
    'the resumed order is lost too',
    ['refuse', 'try', 'Resume', 'lose the answer', 'try', 'candidate is refused', 'try', 'a day passes', 'try'],
  ],
  [
    'the report of a failed order is heard of while it is resumed',
    ['lose the answer', 'try', 'e-mail goes', 'try', 'applicant answers', 'events', 'e-mail comes', 'Resume', 'try'],
  ],
  [
    'a failed order is canceled',
    ['lose the answer', 'try', 'e-mail goes', 'try', 'Cancel', 'try', 'applicant answers', 'events'],
  ],
  ['resend', ['try', 'Resend Invitation', 'try']],
  ['resend is lost', ['try', 'Resend Invitation', 'lose the answer', 'try', 'events', 'try']],
  ['resend is not written down', ['try', 'Resend Invitation', 'lose the write', 'try', 'applicant answers', 'try']],
  [
    'resend is lost, and asked for again once nobody can tell',
    [
      'try',
      'Resend Invitation',
      'lose the answer',
      'try',
      'a day passes',
      'try',
      'Resend Invitation',
      'try',
      'Resume',
      'try',
    ],
  ],
  ['resend is refused and resumed', ['try', 'Resend Invitation', 'refuse', 'try', 'events', 'Resume', 'try', 'try']],
  ['resend of what is filled in meanwhile', ['try', 'Resend Invitation', 'applicant answers', 'try']],
];

describe.each(WORLDS)('ordered by $ordering for $country, at most one order is paid for when', (world) => {
  test.each(STORIES)('%s', async (_story, steps) => {
    const order = start(world);
    for (const step of steps) {
      await order.step(step);
      expect(order.paid().length, step).toBeLessThanOrEqual(1);
    }
  });

  test('anything happens besides', async () => {
    const besides = fc.array(fc.array(fc.constantFrom(...STEPS), { maxLength: 2 }), { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...STORIES), besides, async ([, steps], others) => {
        const order = start(world);
        for (const step of others.flatMap((some, index) => [...some, ...steps.slice(index, index + 1)])) {
          await order.step(step);
          expect(order.paid().length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
