import { expect, test } from 'vitest';
import { screeningsOf } from './screenings.ts';

const base = { completed_at: '2026-11-20T12:00:00Z', turnaround_time: 60 };

test('single and listed screenings are taken, absent ones are normal', () => {
  const report = {
    ssn_trace: {
      ...base,
      id: 's1',
      object: 'ssn_trace',
      status: 'complete',
      result: null,
      dob_mismatch: true,
      thin_file: false,
    },
    sex_offender_search: null,
    county_criminal_searches: [
      {
        ...base,
        id: 'c1',
        object: 'county_criminal_search',
        status: 'complete',
        result: 'consider',
        county: 'Sample',
        state: 'IL',
        records: [{}, {}],
      },
      {
        ...base,
        id: 'c2',
        object: 'county_criminal_search',
        status: 'canceled',
        result: null,
        cancellation_reason: 'vendor_unable_to_complete',
        cancellation_reason_description: 'Vendor unable to complete screening',
      },
    ],
  };
  expect(screeningsOf(report)).toMatchObject([
    {
      externalId: 'Checkr:s1',
      type: 'ssn_trace',
      status: 'Complete',
      result: null,
      flags: ['dob_mismatch'],
      recordCount: null,
    },
    { externalId: 'Checkr:c1', status: 'Complete', result: 'Consider', jurisdiction: 'Sample, IL', recordCount: 2 },
    {
      externalId: 'Checkr:c2',
      status: 'Canceled',
      cancellationReason: 'vendor_unable_to_complete',
      error: 'Vendor unable to complete screening',
    },
  ]);
});

test('nothing of a record itself is kept', () => {
  const records = [{ charges: [{ charge: 'something personal' }], full_name: 'Grace Sample' }];
  const search = {
    ...base,
    id: 'c1',
    object: 'county_criminal_search',
    status: 'complete',
    result: 'consider',
    records,
  };
  expect(JSON.stringify(screeningsOf({ county_criminal_searches: [search] }))).not.toMatch(/personal|Grace/);
});

test('an older search that holds its result in the status is complete, an unknown status is pending', () => {
  const search = (status: string) => ({
    national_criminal_search: { ...base, id: 'n1', object: 'national_criminal_search', status },
  });
  expect(screeningsOf(search('clear'))).toMatchObject([{ status: 'Complete', result: 'Clear' }]);
  expect(screeningsOf(search('waiting_for_court'))).toMatchObject([{ status: 'Pending', result: null }]);
});

test('a drug screening, which does not name its type, is taken; a positive one is flagged', () => {
  const drug = {
    ...base,
    id: 'd1',
    object: 'drug_screening',
    status: 'complete',
    result: 'consider',
    disposition: 'positive',
  };
  expect(screeningsOf({ drug_screening: drug })).toMatchObject([{ type: 'drug_screening', flags: ['positive'] }]);
});

test('what the kinds draw attention to is kept as flags: SSN trace, drug screening, driving record', () => {
  const trace = { ...base, id: 's1', object: 'ssn_trace', status: 'complete', death_index: true, no_data: true };
  const drugs = { ...base, id: 'd1', status: 'consider', result: 'consider', disposition: 'positive' };
  const driving = {
    ...{ ...base, id: 'm1', object: 'motor_vehicle_report', status: 'complete', result: 'consider' },
    ...{ privilege_to_drive: 'invalid', license_number: 'F1112001', accidents: [{ location: 'somewhere' }] },
  };
  const found = screeningsOf({ ssn_trace: trace, drug_screening: drugs, motor_vehicle_report: driving });
  expect(found.map(({ type, flags }) => [type, flags])).toEqual([
    ['ssn_trace', ['no_data', 'death_index']],
    ['motor_vehicle_report', ['privilege_to_drive_invalid']],
    ['drug_screening', ['positive']],
  ]);
  expect(JSON.stringify(found)).not.toMatch(/F1112001|somewhere/);
});

test('a search abroad names its country, and the place pointed at its state', () => {
  const abroad = { ...base, id: 'i1', object: 'international_criminal_search', status: 'complete', country: 'IN' };
  const pointed = { ...base, id: 'p1', object: 'pointer_state_criminal_search', status: 'pending', state: 'IL' };
  const report = { international_criminal_searches_v2: [abroad], pointer_state_criminal_searches: [pointed] };
  expect(screeningsOf(report).map(({ type, jurisdiction }) => [type, jurisdiction])).toEqual([
    ['pointer_state_criminal_search', 'IL'],
    ['international_criminal_search', 'IN'],
  ]);
});
