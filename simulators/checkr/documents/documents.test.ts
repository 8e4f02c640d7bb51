import { afterEach, beforeEach, expect, test } from 'vitest';
import { person } from '../testing/people.ts';
import { startCheckr } from '../testing/start-checkr.ts';
import type { StartedCheckr } from '../testing/start-checkr.ts';

let checkr: StartedCheckr;
let candidateId: string;
beforeEach(async () => {
  checkr = await startCheckr({ requiresConsent: true });
  candidateId = await createCandidate();
});
afterEach(() => checkr.close());

const createCandidate = async () => (await checkr.call('POST', '/v1/candidates', person())).body.id;
const form = (parts: Record<string, string | Blob>): FormData => {
  const body = new FormData();
  for (const [name, value] of Object.entries(parts)) {
    if (typeof value === 'string') body.append(name, value);
    else body.append(name, value, 'consent.pdf');
  }
  return body;
};
const pdf = new Blob(['%PDF-1.4 signed'], { type: 'application/pdf' });
const upload = (parts: Record<string, string | Blob> = { type: 'consent', file: pdf }, id = candidateId) =>
  checkr.call('POST', `/v1/candidates/${id}/documents`, form(parts));
const order = (consents?: unknown) =>
  checkr.call('POST', '/v1/reports', {
    candidate_id: candidateId,
    package: 'tasker_standard',
    consent_document_ids: consents,
  });

test('an uploaded consent is kept with its name, size and kind', async () => {
  const { status, body } = await upload();
  expect(status).toBe(200);
  expect(body).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{24}$/),
    object: 'document',
    type: 'consent',
    created_at: '2026-03-02T18:00:00Z',
    download_uri: expect.stringContaining(`${checkr.url}/documents/`),
    filesize: 15,
    filename: 'consent.pdf',
    content_type: 'application/pdf',
  });
  expect((await checkr.call('GET', `/v1/documents/${body.id}`)).body).toMatchObject({ id: body.id, filesize: 15 });
});

test('the link to a document gives its bytes for 15 minutes', async () => {
  const link = String((await upload()).body['download_uri']);
  const first = await fetch(link);
  expect([first.headers.get('Content-Type'), await first.text()]).toEqual(['application/pdf', '%PDF-1.4 signed']);
  checkr.pass(15 * 60);
  expect((await fetch(link)).status).toBe(404);
});

test('the documents of a candidate are listed, all or by type', async () => {
  const consent = (await upload()).body.id;
  await upload({ type: 'passport', file: pdf });
  const list = async (query = '') =>
    (await checkr.call('GET', `/v1/candidates/${candidateId}/documents${query}`)).body.data.map((one) => one.id);
  expect(await list()).toHaveLength(2);
  expect(await list('?types[]=consent')).toEqual([consent]);
  expect((await checkr.call('GET', `/v1/candidates/${candidateId}/documents?colour=red`)).status).toBe(400);
});

test.each<[string, Record<string, string | Blob>, string]>([
  ['nothing', {}, 'type is missing, file is missing'],
  ['an unknown type', { type: 'horoscope', file: pdf }, 'type is invalid'],
  ['a text file', { type: 'consent', file: new Blob(['x'], { type: 'text/plain' }) }, 'file is invalid'],
  ['more than it takes', { type: 'consent', file: pdf, note: 'x' }, 'note is not known to this simulator'],
])('an upload of %s is refused', async (_what, parts, error) => {
  const { status, body } = await upload(parts);
  expect([status, body['error']]).toEqual([400, error]);
});

test('an upload that is not multipart, and one for nobody, are refused', async () => {
  const path = `/v1/candidates/${candidateId}/documents`;
  expect((await checkr.call('POST', path, { type: 'consent' })).status).toBe(415);
  expect((await upload(undefined, 'aaaaaaaaaaaaaaaaaaaaaaaa')).body['error']).toBe('Candidate not found');
});

test('an account that demands consent takes no order without a consent of that very candidate', async () => {
  const other = (await upload(undefined, await createCandidate())).body.id;
  const passport = (await upload({ type: 'passport', file: pdf })).body.id;
  const errors = [];
  for (const ids of [undefined, [], [other], [passport]]) errors.push((await order(ids)).body['error']);
  expect(errors).toEqual([
    'consent_document_ids is missing',
    'consent_document_ids is missing',
    'consent_document_ids is invalid',
    'consent_document_ids is invalid',
  ]);
});

test('a report ordered with a consent names it and can embed it', async () => {
  const consent = (await upload()).body.id;
  const { status, body } = await order([consent]);
  expect([status, body['document_ids']]).toEqual([201, [consent]]);
  const { documents } = (await checkr.call('GET', `/v1/reports/${body.id}?include=documents`)).body;
  expect(documents).toMatchObject([{ id: consent, type: 'consent' }]);
});

test('an account that does not demand consent takes an order without', async () => {
  const ordinary = await startCheckr();
  const candidate = (await ordinary.call('POST', '/v1/candidates', person())).body.id;
  const answer = await ordinary.call('POST', '/v1/reports', { candidate_id: candidate, package: 'tasker_standard' });
  await ordinary.close();
  expect(answer.status).toBe(201);
});
