import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventsOf, orderReport } from '../testing/order-report.ts';
import { startCheckr } from '../testing/start-checkr.ts';
import type { StartedCheckr } from '../testing/start-checkr.ts';
import { startWebhookReceiver } from '../testing/webhook-receiver.ts';
import { CANCELLATION_REASONS } from './cancellation-reasons.ts';

const LONG = 3600;
/** Every name Checkr's description of GET /reports/:id lists for `include`. */
const PUBLISHED =
  'arrest_search,candidate,candidate_stories,county_civil_searches,county_criminal_searches,credit_report,' +
  'dispute_comments,documents,drug_alcohol_clearinghouse,drug_screening,education_verification,' +
  'employment_verification,eviction_search,facis_search,federal_civil_search,federal_criminal_search,geos,' +
  'global_watchlist_search,international_adverse_media_searches,international_criminal_searches,' +
  'international_criminal_searches_v2,international_education_verification,international_employment_verification,' +
  'international_global_watchlist_search,international_identity_document_validation,motor_vehicle_report,' +
  'municipal_criminal_searches,national_criminal_search,occupational_health_screening,' +
  'personal_reference_verifications,photo_verification,pointer_state_criminal_searches,' +
  'professional_reference_verifications,professional_license_verifications,program,public_comments,' +
  'self_disclosures,sex_offender_search,ssn_trace,state_criminal_searches,terrorist_watchlist_search';

let checkr: StartedCheckr;
beforeEach(async () => {
  checkr = await startCheckr();
});
afterEach(() => checkr.close());

async function finished(slug: string, ssn = '111-11-2001') {
  const { id } = (await orderReport(checkr, ssn, { package: slug })).body;
  checkr.pass(LONG);
  return (await checkr.call('GET', `/v1/reports/${id}?include=${PUBLISHED}`)).body;
}
const change = (id: unknown, body: object) => checkr.call('POST', `/__control/screenings/${String(id)}`, body);

test('every published name can be included, also of what a report does not have', async () => {
  const report = await finished('tasker_standard');
  const names = PUBLISHED.split(',');
  expect(Object.keys(report)).toEqual(expect.arrayContaining(names));
  expect(names.filter((name) => report[name] === null || String(report[name]) === '')).toHaveLength(names.length - 6);
  expect(report['terrorist_watchlist_search']).toEqual(report['global_watchlist_search']);
});

test('a drug screening is embedded without being asked for, and its events are told one by one', async () => {
  const receiver = await startWebhookReceiver();
  await checkr.call('POST', '/v1/webhooks', { webhook_url: receiver.url });
  const ordered = (await orderReport(checkr, '111-11-2022', { package: 'driver_drug' })).body;
  expect(ordered['drug_screening']).toEqual({
    id: ordered['drug_screening_id'],
    status: 'pending',
    result: null,
    disposition: null,
    mro_notes: null,
    analytes: [],
    events: [expect.objectContaining({ type: 'screening_invitation_sent' })],
    screening_pass_expires_at: '2026-03-09T18:00:00Z',
    appointment_id: null,
  });
  checkr.pass(LONG);
  const report = (await checkr.call('GET', `/v1/reports/${ordered.id}`)).body;
  expect(report).toMatchObject({ status: 'complete', result: 'consider' });
  expect(report['drug_screening']).toMatchObject({
    status: 'complete',
    result: 'consider',
    disposition: 'positive',
    analytes: expect.arrayContaining([{ name: 'Amphetamines', disposition: 'positive', specimen_type: 'urine' }]),
    events: ['screening_invitation_sent', 'screening_scheduled', 'status_update', 'completed'].map((type) => ({
      type,
    })),
    appointment_id: expect.stringMatching(/^[0-9a-f]{24}$/),
  });
  // Two estimates, five screenings and two events on the way to the laboratory.
  const updates = (await eventsOf(checkr, ordered.id)).filter((type) => type === 'report.updated');
  expect(updates).toHaveLength(2 + 5 + 2);
  await receiver.close();
});

test('somebody who never went to the clinic has a canceled drug screening in a report that is complete', async () => {
  const report = await finished('driver_drug', '111-11-2023');
  expect(report).toMatchObject({ status: 'complete', result: 'clear', includes_canceled: true });
  expect(report['drug_screening']).toMatchObject({ status: 'canceled', result: null, disposition: 'canceled' });
});

test('a clearinghouse query and a FACIS search have shapes of their own', async () => {
  const driver = await finished('driver_drug');
  expect(driver['drug_alcohol_clearinghouse']).toEqual({
    id: driver['drug_alcohol_clearinghouse_id'],
    report_id: driver.id,
    query_result: 'Driver Not Prohibited',
    status: 'complete',
    cancellation_reason: null,
    cancellation_reason_description: null,
  });
  const care = await finished('care_professional');
  expect(care['facis_search']).toMatchObject({ object: 'facis_search', subtype: '3', result: 'clear', records: [] });
  expect(care['facis_search']).not.toHaveProperty('uri');
  expect(care['personal_reference_verifications']).toMatchObject([
    { object: 'personal_reference_verifications', relationship: 'Friend', questions: [{}] },
  ]);
});

test('a license that was looked at says its result in the status too', async () => {
  const report = await finished('care_professional', '111-11-2024');
  expect(report['professional_license_verifications']).toMatchObject([
    { status: 'consider', result: 'consider', certifications: [{ result: { verified_by: 'partner' } }] },
  ]);
});

test('a county search says where it looks from the start, and when it should be done', async () => {
  const places = { work_locations: [{ country: 'US', state: 'NY' }] };
  const { id } = (await orderReport(checkr, '111-11-2001', { package: 'tasker_pro', ...places })).body;
  checkr.pass(30);
  const { body } = await checkr.call('GET', `/v1/reports/${id}?include=county_criminal_searches`);
  expect(body['county_criminal_searches']).toMatchObject([
    { status: 'pending', county: 'SAMPLE COUNTY', state: 'NY', estimated_completion_date: '2026-03-04' },
  ]);
});

test('a driving record with findings has a suspended license and no privilege to drive', async () => {
  const report = await finished('driver_standard', '111-11-2011');
  expect(report['motor_vehicle_report']).toMatchObject({
    result: 'consider',
    full_name: 'Robin Sample',
    license_status: 'suspended',
    privilege_to_drive: 'invalid',
    not_found: false,
    license_reports: [{ current_license: true, violations: [{}], accidents: [{}], suspensions: [{}] }],
    violations: [{ points: 2 }],
    accidents: [{ injury_accident: false }],
    suspensions: [{ state: 'CA' }],
  });
});

test.each([
  ['2016', 'name_mismatch'],
  ['2017', 'data_mismatch'],
  ['2018', 'no_data'],
  ['2019', 'invalid_issuance_year'],
  ['2020', 'death_index'],
  ['2021', 'ssn_already_taken'],
])('the SSN trace of %s has the flag %s and no other', async (lastFour, flag) => {
  const trace = (await finished('tasker_standard', `111-11-${lastFour}`))['ssn_trace'] as Record<string, unknown>;
  expect(Object.keys(trace).filter((key) => trace[key] === true)).toEqual([flag]);
});

test.each(Object.entries(CANCELLATION_REASONS))('a screening can be canceled by hand for %s', async (reason, words) => {
  const { body } = await orderReport(checkr, '111-11-2001', { package: 'driver_pro' });
  const canceled = await change(body['motor_vehicle_report_id'], { status: 'canceled', cancellation_reason: reason });
  expect(canceled.body).toMatchObject({
    status: 'canceled',
    cancellation_reason: reason,
    cancellation_reason_description: words,
  });
  checkr.pass(LONG);
  const report = (await checkr.call('GET', `/v1/reports/${body.id}`)).body;
  expect(report).toMatchObject({ status: 'complete', includes_canceled: true });
});

test('a report all of whose screenings were canceled by hand ends canceled', async () => {
  const { body } = await orderReport(checkr, '111-11-2001', { package: 'motor_vehicle_report' });
  await change(body['motor_vehicle_report_id'], { status: 'canceled' });
  checkr.pass(LONG);
  expect((await checkr.call('GET', `/v1/reports/${body.id}`)).body).toMatchObject({ status: 'canceled', result: null });
});

test('single fields of a screening can be set, and events of a drug screening added', async () => {
  const { body } = await orderReport(checkr, '111-11-2001', { package: 'driver_drug' });
  const trace = await change(body['ssn_trace_id'], {
    status: 'complete',
    details: { death_index: true, no_data: true },
  });
  expect(trace.body).toMatchObject({ status: 'complete', result: null, death_index: true, no_data: true });
  const event = { type: 'screening_pass_extended', text: 'One week more' };
  expect((await change(body['drug_screening_id'], { event })).body['events']).toMatchObject([{}, event]);
  expect((await change(body['ssn_trace_id'], { event })).body['error']).toBe('Only a drug screening has events');
  expect((await change('aaaaaaaaaaaaaaaaaaaaaaaa', {})).status).toBe(404);
});
