import { expect, test } from 'vitest';
import type { CheckEvent } from '../domain/check-event.ts';
import type { Screening } from '../domain/screening.ts';
import { rowFromChange, rowFromEvent, rowFromScreening } from './check-rows.ts';
import { CHECK, EVENT, SCREENING } from './names.ts';
import { TEXT_LENGTHS } from './text-lengths.ts';

const long = 'x'.repeat(5000);
const screening: Screening = {
  ...{ externalId: 'Checkr:1', type: long, jurisdiction: long, status: 'Complete', result: 'Clear' },
  ...{
    completedAt: null,
    turnaroundSeconds: null,
    recordCount: null,
    flags: [long],
    cancellationReason: long,
    error: long,
  },
  summary: long,
};
const event: CheckEvent = {
  sourceEventId: 'evt1',
  type: long,
  source: 'Checkr',
  direction: 'Inbound',
  outcome: 'Failed',
  reason: long,
  ...{ summary: long, vendorObjectId: null, vendorParentId: null, checkId: null, occurredAt: null, receivedAt: null },
  ...{ durationMs: null, payloadSha256: null },
};
const change = {
  ...{ errorCreateCandidate: long, errorCreateInvitation: long, errorCreateReport: long, errorRetrieveReport: long },
  ...{ errorHelp: long, resultSummary: long },
};

test.each([
  [CHECK, rowFromChange(change)],
  [SCREENING, rowFromScreening('check', screening)],
  [EVENT, rowFromEvent(event)],
])('words too long for a field of %s are cut, so that they do not refuse the whole result', (object, row) => {
  for (const [field, length] of Object.entries(TEXT_LENGTHS[object] ?? {})) {
    expect(row[field]).toHaveLength(length);
    expect(row[field]).toMatch(/…$/);
  }
});

test('words that fit stay as they are', () => {
  expect(rowFromScreening('check', { ...screening, jurisdiction: 'Cook, IL' })).toMatchObject({
    Jurisdiction__c: 'Cook, IL',
  });
});
