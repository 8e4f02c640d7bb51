import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { serveOrg } from '../../testing/serve-org.ts';

let org: Awaited<ReturnType<typeof serveOrg>>;
let librarian: ReturnType<typeof org.connect>;
let reader: ReturnType<typeof org.connect>;

beforeAll(async () => {
  org = await serveOrg();
});
beforeEach(() => {
  librarian = org.connect('connector@example.org');
  reader = org.connect('requester@example.org');
});
afterAll(() => org.close());

const create = async (row: Record<string, unknown>) => String((await librarian.sobject('Loan__c').create(row)).id);
const read = (id: string) => librarian.sobject('Loan__c').retrieve(id);

test('a field without read access does not exist for the user', async () => {
  await expect(reader.query('SELECT Fine__c FROM Loan__c')).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' });
  await expect(reader.sobject('Loan__c').create({ Fine__c: 1 })).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' });
});

test('a field without edit access, a formula field and a system field are not written', async () => {
  const code = 'INVALID_FIELD_FOR_INSERT_UPDATE';
  await expect(reader.sobject('Loan__c').create({ State__c: 'Open' })).rejects.toMatchObject({ errorCode: code });
  await expect(create({ Is_Costly__c: true })).rejects.toMatchObject({ errorCode: code });
  await expect(create({ CreatedDate: '2026-01-01T00:00:00Z' })).rejects.toMatchObject({ errorCode: code });
});

test('rows of a private object are seen by their owner and by who may view all', async () => {
  const foreign = await create({ Note__c: 'private' });
  const own = await reader.sobject('Loan__c').create({ Note__c: 'mine' });
  const seen = await reader.query('SELECT Id FROM Loan__c');
  expect(seen.records.map(({ Id }) => Id)).toEqual([own.id]);
  await expect(reader.sobject('Loan__c').retrieve(foreign)).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  await expect(reader.sobject('Loan__c').update({ Id: foreign, Note__c: 'x' })).rejects.toMatchObject({
    errorCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
  });
  expect(await read(String(own.id))).toMatchObject({ Note__c: 'mine' });
});

test('an object without any access does not exist for the user', async () => {
  const stranger = org.connect('noaccess@example.org');
  await expect(stranger.query('SELECT Id FROM Loan__c')).rejects.toMatchObject({ errorCode: 'INVALID_TYPE' });
  await expect(stranger.sobject('Loan__c').describe()).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
});

test('an encrypted text is masked for users without View Encrypted Data', async () => {
  const own = await reader.sobject('Loan__c').create({ Secret__c: '123456789' });
  expect((await reader.sobject('Loan__c').retrieve(String(own.id)))['Secret__c']).toBe('***-**-6789');
  expect((await read(String(own.id)))['Secret__c']).toBe('123456789');
});

test('describe lists the fields the user may see', async () => {
  const { fields } = await reader.sobject('Loan__c').describe();
  expect(fields.find(({ name }) => name === 'Fine__c')).toBeUndefined();
  expect(fields.find(({ name }) => name === 'State__c')).toMatchObject({ type: 'picklist', updateable: false });
});
