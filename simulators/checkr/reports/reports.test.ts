import { afterEach, beforeEach, expect, test } from 'vitest';
import { person } from '../testing/people.ts';
import { startCheckr } from '../testing/start-checkr.ts';
import type { StartedCheckr } from '../testing/start-checkr.ts';

/** Fields that published reports have; ids of screenings follow. */
const KEYS =
  'id object uri status result includes_canceled created_at completed_at revised_at upgraded_at turnaround_time ' +
  'package tags adjudication assessment source segment_stamps work_locations estimated_completion_time candidate_id ' +
  'ssn_trace_id sex_offender_search_id global_watchlist_search_id national_criminal_search_id';
const NOBODY = 'aaaaaaaaaaaaaaaaaaaaaaaa';
const LONG = 3600;

let checkr: StartedCheckr;
beforeEach(async () => {
  checkr = await startCheckr();
});
afterEach(() => checkr.close());

async function order(fields: Record<string, unknown> = person(), slug = 'tasker_standard') {
  const candidate = await checkr.call('POST', '/v1/candidates', fields);
  return checkr.call('POST', '/v1/reports', { candidate_id: candidate.body.id, package: slug });
}
const read = async (id: string) => (await checkr.call('GET', `/v1/reports/${id}`)).body;

test('an ordered report is pending and names the screenings of its package', async () => {
  const { status, body } = await order();
  expect(status).toBe(201);
  expect(Object.keys(body).slice(0, KEYS.split(' ').length)).toEqual(KEYS.split(' '));
  expect(body).toMatchObject({
    object: 'report',
    status: 'pending',
    result: null,
    source: 'api',
    package: 'tasker_standard',
    ssn_trace_id: expect.stringMatching(/^[0-9a-f]{24}$/),
    terrorist_watchlist_search_id: body['global_watchlist_search_id'],
    county_criminal_search_ids: [],
    motor_vehicle_report_id: null,
  });
});

test.each([
  ['first_name', 'tasker_standard', "First name can't be blank"],
  ['last_name', 'tasker_standard', "Last name can't be blank"],
  ['dob', 'tasker_standard', "Dob can't be blank"],
  ['no_middle_name', 'tasker_standard', 'Candidate must have middle name when no_middle_name flag is set'],
  ['ssn', 'driver_pro', 'Candidate must have SSN for the package driver_pro'],
  ['zipcode', 'tasker_standard', 'Zipcode is invalid'],
  [
    'driver_license_number driver_license_state',
    'motor_vehicle_report',
    'Candidate must have a driver license number and a driver license state for the package motor_vehicle_report',
  ],
])('without %s the package %s is refused', async (missing, slug, error) => {
  const fields = Object.fromEntries(Object.entries(person()).filter(([name]) => !missing.split(' ').includes(name)));
  const { status, body } = await order(fields, slug);
  expect(status).toBe(400);
  expect(body['error']).toContain(error);
});

test('a package without criminal searches needs neither SSN nor zip code', async () => {
  const { ssn: _ssn, zipcode: _zipcode, ...fields } = person();
  expect((await order(fields, 'motor_vehicle_report')).status).toBe(201);
});

test('somebody under 18 may be a candidate but not be reported on', async () => {
  const { body } = await order({ ...person(), dob: '2009-06-01' });
  expect(body['error']).toBe('Candidate must be at least 18 years old');
});

test('unknown candidates, packages and reports are not found', async () => {
  expect((await order(person(), 'no_such_package')).body['error']).toBe('Package not found');
  const answer = await checkr.call('POST', '/v1/reports', { candidate_id: NOBODY, package: 'tasker_standard' });
  expect([answer.status, answer.body['error']]).toEqual([404, 'Candidate not found']);
  expect((await checkr.call('GET', `/v1/reports/${NOBODY}`)).body['error']).toBe('Resource not found');
  expect((await checkr.call('POST', '/v1/reports', {})).body['error']).toBe(
    'package is missing, candidate_id is missing',
  );
});

test('a fourth report on a candidate within 24 hours is refused', async () => {
  const first = await order();
  const again = { candidate_id: first.body['candidate_id'], package: 'tasker_standard' };
  await checkr.call('POST', '/v1/reports', again);
  await checkr.call('POST', '/v1/reports', again);
  const { status, body } = await checkr.call('POST', '/v1/reports', again);
  expect(status).toBe(409);
  expect(body['error']).toContain('Duplicate report detected. No more than 3');
  checkr.pass(86_400);
  expect((await checkr.call('POST', '/v1/reports', again)).status).toBe(201);
});

test('the estimate is there while the report runs', async () => {
  const { id } = (await order()).body;
  const eta = () => checkr.call('GET', `/v1/reports/${id}/eta`);
  expect([(await eta()).status, (await eta()).body['error']]).toEqual([404, 'Report ETA prediction unavailable']);
  checkr.pass(30);
  expect((await eta()).body).toMatchObject({ estimated_completion_time: '2026-03-04T00:00:00Z' });
  checkr.pass(LONG);
  expect((await eta()).status).toBe(404);
});

test('a finished report has times that fit together', async () => {
  const { id } = (await order()).body;
  checkr.pass(LONG);
  const report = await read(id);
  const tookMs = Date.parse(String(report['completed_at'])) - Date.parse(String(report['created_at']));
  expect(report['turnaround_time']).toBe(tookMs / 1000);
});

test('include puts the candidate and the screenings into the report', async () => {
  const { id } = (await order(person(), 'driver_pro')).body;
  const names = 'candidate,ssn_trace,county_criminal_searches,motor_vehicle_report,federal_criminal_search';
  const { body } = await checkr.call('GET', `/v1/reports/${id}?include=${names}`);
  expect(body).toMatchObject({
    candidate: { object: 'candidate', ssn: 'XXX-XX-2001' },
    ssn_trace: { object: 'ssn_trace', id: body['ssn_trace_id'] },
    county_criminal_searches: [{ object: 'county_criminal_search' }],
    motor_vehicle_report: { object: 'motor_vehicle_report', status: 'pending' },
    federal_criminal_search: null,
  });
  const refused = await checkr.call('GET', `/v1/reports/${id}?include=horoscope`);
  expect(refused.body['error']).toBe('include of horoscope is not known to this simulator');
});

test('a screening is read under the path of its kind only', async () => {
  const report = (await order(person(), 'driver_pro')).body;
  checkr.pass(LONG);
  const id = String(report['motor_vehicle_report_id']);
  expect((await checkr.call('GET', `/v1/motor_vehicle_reports/${id}`)).body).toMatchObject({
    id,
    object: 'motor_vehicle_report',
    uri: `/v1/motor_vehicle_reports/${id}`,
    status: 'complete',
    result: 'clear',
    license_state: 'CA',
    privilege_to_drive: 'valid',
  });
  expect((await checkr.call('GET', `/v1/ssn_traces/${id}`)).status).toBe(404);
});

test('engaging shows on the report and on the candidate', async () => {
  const { id, candidate_id } = (await order()).body;
  const { status, body } = await checkr.call('POST', `/v1/reports/${id}`, { adjudication: 'engaged' });
  expect([status, body['adjudication']]).toEqual([200, 'engaged']);
  expect((await checkr.call('GET', `/v1/candidates/${candidate_id}`)).body['adjudication']).toBe('engaged');
});

test('no other adjudication can be written, and something must be', async () => {
  const { id } = (await order()).body;
  const refused = await checkr.call('POST', `/v1/reports/${id}`, { adjudication: 'post_adverse_action' });
  expect([refused.status, refused.body['error']]).toEqual([400, 'adjudication is invalid']);
  expect((await checkr.call('POST', `/v1/reports/${id}`, {})).status).toBe(400);
});

test('an upgrade adds the screenings of the larger package and runs them', async () => {
  const { id } = (await order()).body;
  checkr.pass(LONG);
  const upgraded = await checkr.call('POST', `/v1/reports/${id}`, { package: 'tasker_pro' });
  expect(upgraded.body).toMatchObject({
    id,
    package: 'tasker_pro',
    status: 'pending',
    result: null,
    completed_at: null,
  });
  checkr.pass(LONG);
  expect(await read(id)).toMatchObject({ status: 'complete', result: 'clear', upgraded_at: expect.any(String) });
});

test.each([
  ['tasker_standard', 0, 'New package does not add any screenings'],
  ['tasker_pro', 31, 'Report is too old to upgrade'],
])('an upgrade to %s after %i days is refused', async (slug, days, error) => {
  const { id } = (await order()).body;
  checkr.pass(days * 86_400);
  expect((await checkr.call('POST', `/v1/reports/${id}`, { package: slug })).body['error']).toBe(error);
});

test('an upgrade needs an SSN', async () => {
  const { ssn: _ssn, ...fields } = person();
  const { id } = (await order(fields, 'motor_vehicle_report')).body;
  const { body } = await checkr.call('POST', `/v1/reports/${id}`, { package: 'driver_pro' });
  expect(body['error']).toBe('Candidate must have SSN to upgrade report.');
});

test('completing a report that has something finished cancels the rest', async () => {
  const { id } = (await order()).body;
  checkr.pass(120);
  expect((await checkr.call('POST', `/v1/reports/${id}/complete`)).body).toMatchObject({
    status: 'complete',
    result: 'clear',
    includes_canceled: true,
  });
  const { body } = await checkr.call('GET', `/v1/reports/${id}?include=national_criminal_search`);
  expect(body['national_criminal_search']).toMatchObject({
    status: 'canceled',
    cancellation_reason: 'complete_now_customer_requested',
  });
  expect((await checkr.call('POST', `/v1/reports/${id}/complete`)).status).toBe(400);
});

test('completing a report that has nothing finished cancels it', async () => {
  const { id } = (await order()).body;
  expect((await checkr.call('POST', `/v1/reports/${id}/complete`)).body).toMatchObject({
    status: 'canceled',
    result: null,
  });
  checkr.pass(LONG);
  expect((await read(id))['status']).toBe('canceled');
});

test('the dashboard page shows the report, its screenings and nothing of the SSN', async () => {
  const { id } = (await order()).body;
  checkr.pass(LONG);
  const { status, text } = await checkr.call('GET', `/reports/${id}`);
  expect(status).toBe(200);
  expect(text).toContain('Report on Robin Sample');
  expect(text).toContain('ssn trace');
  expect(text).not.toContain('2001');
  expect((await checkr.call('GET', `/reports/${NOBODY}`)).status).toBe(404);
});

test('a stuck report can be moved on by hand and then runs to its end', async () => {
  const { id } = (await order(person('111-11-2015'))).body;
  checkr.pass(LONG);
  const resumed = await checkr.call('POST', `/__control/reports/${id}/moves`, { move: 'resume' });
  expect(resumed.body['status']).toBe('pending');
  checkr.pass(LONG);
  expect((await read(id))['status']).toBe('complete');
  const disputed = await checkr.call('POST', `/__control/reports/${id}/moves`, { move: 'dispute' });
  expect(disputed.body['status']).toBe('dispute');
});
