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
  ...{
    type: fc.constantFrom('criminal', 'education'),
    status: fc.constantFrom('Pending', 'Complete', 'Complete', 'Canceled'),
  },
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
    (one) =>
      (one.result !== null && one.result !== 'Clear') ||
      one.status === 'Canceled' ||
      (status === 'completed' && one.status === 'Pending'),
  );

/** Whether the result was in while a part the vendor had spoken of was not done. */
function wasResultInTooEarly(messages: readonly VendorResult[]): boolean {
  return messages.some((_, index) => {
    const soFar = messages.slice(0, index + 1);
    const parts = soFar.flatMap(({ screenings }) => screenings);
    const done = new Set(parts.filter(({ status }) => status === 'Complete').map(({ type }) => type));
    return soFar.some(({ status }) => status === 'completed') && parts.some(({ type }) => !done.has(type));
  });
}

test('a check is completed only if it was called clear and nothing that was ever sent says otherwise', () => {
  const property = fc.property(fc.array(message, { minLength: 1, maxLength: 6 }), (messages) => {
    const { status } = after(messages);
    const isCalledClear = messages.some((each) => each.result === 'Clear');
    expect(status === 'Completed').toBe(isCalledClear && !messages.some(isBad) && !wasResultInTooEarly(messages));
  });
  fc.assert(property, { numRuns: 2000 });
});

const reordered = fc
  .array(message, { minLength: 2, maxLength: 5 })
  .chain((messages) => fc.tuple(fc.constant(messages), fc.shuffledSubarray(messages, { minLength: messages.length })));

test('whatever the order, the end is the same', () => {
  const inTime = reordered.filter((orders) => !orders.some(wasResultInTooEarly));
  const property = fc.property(inTime, ([inOrder, anyOrder]) => {
    expect(after(anyOrder)).toEqual(after(inOrder));
  });
  fc.assert(property, { numRuns: 2000 });
});

test('a result that is in before its parts are done needs a reviewer, whatever comes after', () => {
  const tooEarly = reordered.map(([, anyOrder]) => anyOrder).filter(wasResultInTooEarly);
  const property = fc.property(tooEarly, (messages) => {
    expect(after(messages)).toMatchObject({ status: 'Review Required' });
  });
  fc.assert(property, { numRuns: 500 });
});

const part = (type: string, status: 'Pending' | 'Complete' | 'Canceled') => ({
  ...{ type, status, result: null, summary: null, completedAt: null, recordCount: null },
});
const said = (status: VendorResult['status'], screenings: VendorResult['screenings'] = []): VendorResult => ({
  ...{ vendorCheckId: '1', summary: null, completedAt: null, estimatedDays: null, reportUrl: null, screenings },
  ...{ status, result: status === 'completed' ? 'Clear' : null },
});

test.each(['Pending', 'Canceled'] as const)(
  'clear needs a reviewer when a part was %s by an earlier message',
  (status) => {
    const earlier = said('in_progress', [part('criminal', status)]);
    for (const clear of [said('completed'), said('completed', [part('driving', 'Complete')])])
      expect(after([earlier, clear])).toEqual({ status: 'Review Required', result: 'Incomplete' });
  },
);

test('a part that was pending and is done since is no hindrance', () => {
  const parts = [part('criminal', 'Pending'), part('criminal', 'Complete')].map((one) => said('in_progress', [one]));
  expect(after([...parts, said('completed')])).toEqual({ status: 'Completed', result: 'Clear' });
});

test('a part canceled after the result takes the pass away', () => {
  const canceled = said('in_progress', [part('criminal', 'Canceled')]);
  expect(after([said('completed'), canceled])).toEqual({ status: 'Review Required', result: 'Incomplete' });
});

test('a part that was done after the result is no hindrance when an older message about it comes late', () => {
  const parts = [part('criminal', 'Complete'), part('criminal', 'Pending')].map((one) => said('in_progress', [one]));
  expect(after([said('completed'), ...parts])).toEqual({ status: 'Completed', result: 'Clear' });
});
