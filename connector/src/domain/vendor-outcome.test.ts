import fc from 'fast-check';
import { expect, test } from 'vitest';
import { someCheck } from '../testing/fakes.ts';
import type { Check } from './check.ts';
import { outcomeOfVendorMessage } from './vendor-outcome.ts';
import type { VendorResult } from './vendor-result.ts';
import type { StoredScreening } from './vendor-screenings.ts';

const linked = someCheck({ vendor: 'Acme', externalId: 'Acme:1', status: 'In Progress', requestedAction: null });

const result = fc.constantFrom('Clear', 'Incomplete', 'Consider', 'Adverse');
const screening = fc.record({
  ...{ type: fc.constantFrom('criminal', 'education'), status: fc.constantFrom('Pending', 'Complete') },
  ...{
    result: fc.option(result),
    summary: fc.constant(null),
    completedAt: fc.constant(null),
    recordCount: fc.constant(null),
  },
});
const message: fc.Arbitrary<VendorResult> = fc
  .record({
    isDone: fc.boolean(),
    result,
    screenings: fc.uniqueArray(screening, { maxLength: 2, selector: ({ type }) => type }),
  })
  .map(({ isDone, result, screenings }) => ({
    ...{ vendorCheckId: '1', summary: null, completedAt: null, estimatedDays: null, reportUrl: null, screenings },
    ...(isDone ? { status: 'completed', result } : { status: 'in_progress', result: null }),
  }));

/** What the check shows after these messages, one after the other. */
function after(messages: readonly VendorResult[]): Pick<Check, 'status' | 'result'> {
  let check: Check = linked;
  const stored = new Map<string, StoredScreening>();
  for (const [index, each] of messages.entries()) {
    const received = { result: each, payloadSha256: `${index}`, receivedAt: index + 1, requestId: 'request' };
    const outcome = outcomeOfVendorMessage(received, check, [...stored.values()]);
    if (outcome.change === null) continue;
    const { status = check.status, result = check.result, sourceReadAt = null, vendorRevision = 0 } = outcome.change;
    check = { ...check, status, result, sourceReadAt, vendorRevision };
    for (const one of outcome.screenings) stored.set(one.externalId, one);
  }
  return { status: check.status, result: check.result };
}

const isBad = ({ result, status, screenings }: VendorResult) =>
  (result !== null && result !== 'Clear') ||
  screenings.some(
    (one) => (one.result !== null && one.result !== 'Clear') || (status === 'completed' && one.status === 'Pending'),
  );

test('a check is completed only if it was called clear and nothing that was ever sent says otherwise', () => {
  const property = fc.property(fc.array(message, { minLength: 1, maxLength: 6 }), (messages) => {
    const { status } = after(messages);
    const isCalledClear = messages.some((each) => each.result === 'Clear');
    expect(status === 'Completed').toBe(isCalledClear && !messages.some(isBad));
  });
  fc.assert(property, { numRuns: 2000 });
});

test('whatever the order, the end is the same', () => {
  const shuffled = fc
    .array(message, { minLength: 2, maxLength: 5 })
    .chain((messages) =>
      fc.tuple(fc.constant(messages), fc.shuffledSubarray(messages, { minLength: messages.length })),
    );
  const property = fc.property(shuffled, ([inOrder, anyOrder]) => {
    expect(after(anyOrder)).toEqual(after(inOrder));
  });
  fc.assert(property, { numRuns: 2000 });
});
