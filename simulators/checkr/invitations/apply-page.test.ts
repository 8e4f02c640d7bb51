import { afterEach, beforeEach, expect, test } from 'vitest';
import { application } from '../testing/people.ts';
import { startCheckr } from '../testing/start-checkr.ts';
import type { StartedCheckr } from '../testing/start-checkr.ts';

let checkr: StartedCheckr;
let candidateId: string;
let invitationId: string;
let path: string;
beforeEach(async () => {
  checkr = await startCheckr();
  const candidate = { email: 'robin.sample@example.org', first_name: 'Robin' };
  candidateId = (await checkr.call('POST', '/v1/candidates', candidate)).body.id;
  await invite('tasker_standard');
});
afterEach(() => checkr.close());

async function invite(slug: string): Promise<void> {
  const { body } = await checkr.call('POST', '/v1/invitations', { candidate_id: candidateId, package: slug });
  invitationId = body.id;
  path = body.invitation_url.slice(checkr.url.length);
}
function formOf(fields: Record<string, unknown>): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) form.append(name, value === true ? 'on' : String(value));
  return form.toString();
}
const submit = (fields: Record<string, unknown>) => checkr.call('POST', path, formOf(fields));

test('the page is a labelled form that says it is simulated and knows what the account knew', async () => {
  const { status, text } = await checkr.call('GET', path);
  expect(status).toBe(200);
  expect(text).toContain('Simulated Checkr');
  for (const name of ['first_name', 'last_name', 'dob', 'ssn', 'zipcode', 'consent']) {
    expect(text).toContain(`<label for="${name}">`);
  }
  expect(text).toMatch(/name="first_name"[^>]*value="Robin"/);
  expect(text).not.toContain('driver_license_number');
});

test('the page of a driving package asks for the license', async () => {
  await invite('driver_pro');
  expect((await checkr.call('GET', path)).text).toContain('<label for="driver_license_number">');
});

test('submitting fills the candidate, completes the invitation and starts the report', async () => {
  const thanks = await submit(application());
  expect([thanks.status, thanks.text.includes('Thank you')]).toEqual([200, true]);
  const candidate = (await checkr.call('GET', `/v1/candidates/${candidateId}`)).body;
  expect(candidate).toMatchObject({ last_name: 'Sample', dob: '1990-02-03', ssn: 'XXX-XX-2001', zipcode: '90401' });
  const invitation = (await checkr.call('GET', `/v1/invitations/${invitationId}`)).body;
  expect(invitation).toMatchObject({ status: 'completed', report_id: candidate.report_ids[0] });
  const report = (await checkr.call('GET', `/v1/reports/${candidate.report_ids[0]}`)).body;
  expect(report).toMatchObject({ status: 'pending', source: 'form', candidate_id: candidateId });
});

test.each([
  [{ consent: false }, 'Tick the box to agree'],
  [{ ssn: '123-45-6789' }, 'SSN is invalid'],
  [{ ssn: '' }, 'Enter your Social Security number'],
  [{ zipcode: '9' }, 'Zipcode is invalid'],
  [{ dob: '2009-06-01' }, 'Candidate must be at least 18 years old'],
  [{ no_middle_name: false }, 'Enter your middle name'],
])('answers with %j are shown again with what is wrong', async (fields, words) => {
  const { status, text } = await submit({ ...application(), ...fields });
  expect(status).toBe(400);
  expect(text).toContain(words);
  expect(text).toContain('aria-invalid="true"');
  expect((await checkr.call('GET', `/v1/invitations/${invitationId}`)).body['status']).toBe('pending');
});

test('what an applicant types is shown as text, never as a page', async () => {
  const { text } = await submit({ ...application(), first_name: '<script>1</script>' });
  expect(text).not.toContain('<script>');
});

test('used, canceled, expired and unknown invitations say so', async () => {
  await submit(application());
  const used = await checkr.call('GET', path);
  await invite('tasker_standard');
  await checkr.call('DELETE', `/v1/invitations/${invitationId}`);
  const canceled = await checkr.call('GET', path);
  await invite('tasker_standard');
  await checkr.call('POST', `/__control/invitations/${invitationId}/expire`);
  const expired = await submit(application());
  const unknown = await checkr.call('GET', '/invite/acme/00000000000000000000000000000000');
  const foreign = await checkr.call('GET', path.replace('/acme/', '/other/'));
  const title = (text: string): string => /<title>(.*)<\/title>/.exec(text)?.[1] ?? '';
  expect([used, canceled, expired, unknown, foreign].map(({ status, text }) => [status, title(text)])).toEqual([
    [410, 'Invitation used'],
    [410, 'Invitation canceled'],
    [410, 'Invitation expired'],
    [404, 'Invitation not found'],
    [404, 'Invitation not found'],
  ]);
});

test('the control route does what the form does', async () => {
  const control = `/__control/invitations/${invitationId}/complete`;
  const refused = await checkr.call('POST', control, { ...application(), consent: false });
  expect([refused.status, refused.body['error']]).toEqual([400, 'Tick the box to agree to the background check']);
  const done = await checkr.call('POST', control, application());
  expect(done.body).toMatchObject({ status: 'completed' });
  expect((await checkr.call('POST', control, application())).status).toBe(400);
});
