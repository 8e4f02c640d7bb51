import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { errorOf, serveBulkOrg } from '../../testing/bulk-org.ts';

let org: Awaited<ReturnType<typeof serveBulkOrg>>;
beforeAll(async () => {
  org = await serveBulkOrg();
});
beforeEach(() => org.start());
afterAll(() => org.close());

test('a job from open to complete, as clients read it', async () => {
  const order = { object: 'loan__c', operation: 'upsert', externalIdFieldName: 'Order__c' };
  const { id, ...job } = (await (await org.call('POST', '', JSON.stringify(order))).json()) as Record<string, unknown>;
  const name = String(id);
  expect(name).toMatch(/^750\w{15}$/);
  expect(job).toEqual({
    ...{ operation: 'upsert', object: 'Loan__c', state: 'Open', externalIdFieldName: 'Order__c', apiVersion: 66 },
    ...{ concurrencyMode: 'Parallel', contentType: 'CSV', lineEnding: 'LF', columnDelimiter: 'COMMA' },
    contentUrl: `services/data/v66.0/jobs/ingest/${name}/batches`,
    createdById: org.org.findUser('connector@example.org')?.id,
    createdDate: expect.stringMatching(/T[\d:.]+\+0000$/) as string,
    systemModstamp: expect.stringMatching(/\+0000$/) as string,
  });
  expect((await org.call('PUT', `/${name}/batches`, 'Order__c\n1\n')).status).toBe(201);
  expect(await (await org.move(name, 'UploadComplete')).json()).toMatchObject({ id, state: 'UploadComplete' });
  await org.settled();
  expect(await org.info(name)).toMatchObject({
    ...{ state: 'JobComplete', jobType: 'V2Ingest', retries: 0 },
    ...{ numberRecordsProcessed: 1, numberRecordsFailed: 0 },
  });
  expect((await org.call('DELETE', `/${name}`)).status).toBe(204);
  const message = 'The requested resource does not exist';
  expect(await errorOf(await org.call('GET', `/${name}`))).toEqual({ status: 404, errorCode: 'NOT_FOUND', message });
});

test('aborted on the way, the transactions of 200 rows that were done stay and the rest comes back', async () => {
  const id = await org.newJob();
  const rows = Array.from({ length: 2000 }, (_, each) => `n-${each}`).join('\n');
  await org.call('PUT', `/${id}/batches`, `Note__c\n${rows}\n`);
  await org.move(id, 'UploadComplete');
  const loaded = () => org.org.database.store.rows('Loan__c').length;
  while (loaded() === 0) await new Promise(setImmediate);
  expect(loaded()).toBe(200);
  expect((await org.move(id, 'Aborted')).status).toBe(200);
  await org.settled();
  const lines = async (which: string) => (await org.results(id, which)).trim().split('\n').length - 1;
  expect(await org.info(id)).toMatchObject({ state: 'Aborted', numberRecordsProcessed: loaded() });
  expect([loaded() % 200, await lines('successfulResults')]).toEqual([0, loaded()]);
  expect(await lines('unprocessedrecords')).toBe(2000 - loaded());
});

test('deleted before it was begun, nothing is loaded', async () => {
  const id = await org.newJob();
  await org.call('PUT', `/${id}/batches`, 'Note__c\nx\n');
  await org.move(id, 'UploadComplete');
  expect((await org.call('DELETE', `/${id}`)).status).toBe(204);
  await org.settled();
  expect(await org.loans()).toHaveLength(0);
});

const upload = (id: string, csv = 'Note__c\nx\n') => org.call('PUT', `/${id}/batches`, csv);
const STATE = { status: 400, errorCode: 'INVALIDJOBSTATE' };

test.each<[string, (id: string) => Promise<Response> | Response, object]>([
  ['results before the end', (id) => org.call('GET', `/${id}/failedResults`), STATE],
  ['deleting an open job', (id) => org.call('DELETE', `/${id}`), STATE],
  ['a state nobody may set', (id) => org.move(id, 'JobComplete'), { status: 400, errorCode: 'JSON_PARSER_ERROR' }],
  [
    'more than 150 MB',
    (id) => org.call('PUT', `/${id}/batches`, 'x', { 'Content-Length': '120000000' }),
    { status: 413 },
  ],
  ['a job that is not there', () => org.call('GET', '/750000000000009AAA'), { status: 404, errorCode: 'NOT_FOUND' }],
  ['a result that is none', (id) => org.call('GET', `/${id}/results`), { status: 404, errorCode: 'NOT_FOUND' }],
])('%s is refused', async (_name, ask, error) => {
  expect(await errorOf(await ask(await org.newJob()))).toMatchObject(error);
});

test('a job takes one upload', async () => {
  const id = await org.newJob();
  expect((await upload(id)).status).toBe(201);
  expect(await errorOf(await upload(id))).toMatchObject({
    ...{ status: 400, errorCode: 'INVALIDJOB' },
    message: expect.stringContaining(`Found multipe contents for job: <${id.slice(0, 15)}>`) as string,
  });
});

test('an aborted job takes nothing more', async () => {
  const id = await org.newJob();
  await org.move(id, 'Aborted');
  expect(await errorOf(await upload(id))).toMatchObject(STATE);
  expect(await errorOf(await org.move(id, 'UploadComplete'))).toMatchObject(STATE);
  const message = 'Aborting already Completed Job not allowed';
  expect(await errorOf(await org.move(id, 'Aborted'))).toEqual({ ...STATE, message });
});

test.each([
  ['an unknown object', { object: 'Nothing__c' }, 'INVALIDJOB', 'Unable to find object: Nothing__c'],
  ['an upsert without a key', { operation: 'upsert' }, 'INVALIDJOB', 'External ID was blank'],
  [
    'an upsert by another field',
    { operation: 'upsert', externalIdFieldName: 'Note__c' },
    'INVALIDJOB',
    'does not match an External ID',
  ],
  ['hardDelete', { operation: 'hardDelete' }, 'FEATURENOTENABLED', 'special user profile permission'],
  ['another content', { contentType: 'JSON' }, 'JSON_PARSER_ERROR', 'CSV'],
  ['what is not known', { assignmentRuleId: '01Q000000000001' }, 'JSON_PARSER_ERROR', 'assignmentRuleId'],
])('%s makes no job', async (_name, order, errorCode, words) => {
  const body = JSON.stringify({ object: 'Loan__c', operation: 'insert', ...order });
  const message = expect.stringContaining(words) as string;
  expect(await errorOf(await org.call('POST', '', body))).toEqual({ status: 400, errorCode, message });
});
