import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ANNEX, serveOrg } from '../testing/serve-org.ts';

type Org = Awaited<ReturnType<typeof serveOrg>>;

let org: Org;
let admin: ReturnType<Org['connect']>;
let loan: string;

beforeAll(async () => {
  org = await serveOrg();
  org.deploy({ sources: [ANNEX], env: {} });
  org.assignTo('reviewer@example.org', 'Clerk');
  admin = org.connect('admin@example.org');
});
beforeEach(async () => {
  loan = String((await admin.sobject('Loan__c').create({ Note__c: 'x' })).id);
});
afterAll(() => org.close());

const stamp = async () => String((await admin.sobject('Stamp__c').create({ Name: 's', Loan__c: loan })).id);

test('children in a master-detail go with their parent, whatever rights the user has on them', async () => {
  const reviewer = org.connect('reviewer@example.org');
  const own = String((await reviewer.sobject('Loan__c').create({})).id);
  const child = String((await admin.sobject('Stamp__c').create({ Name: 's', Loan__c: own })).id);
  await reviewer.sobject('Loan__c').destroy(own);
  await expect(admin.sobject('Stamp__c').retrieve(child)).rejects.toMatchObject({ errorCode: 'ENTITY_IS_DELETED' });
});

test('clearing a lookup touches nothing else of the child: no flows, no rules, the same last change', async () => {
  const lead = await admin.sobject('Lead').create({ LastName: 'Lee', Company: 'Home' });
  await admin.sobject('Loan__c').update({ Id: loan, Lead__c: lead.id });
  const before = await admin.sobject('Loan__c').retrieve(loan);
  await admin.sobject('Lead').destroy(String(lead.id));
  expect(await admin.sobject('Loan__c').retrieve(loan)).toEqual({ ...before, Lead__c: null });
});

test('a restricted parent stays, and so does everything the deletion had begun', async () => {
  const shelf = await admin.sobject('Shelf__c').create({ Name: 'S', Code__c: crypto.randomUUID().slice(0, 8) });
  await admin.sobject('Loan__c').update({ Id: loan, Shelf__c: shelf.id });
  await expect(admin.sobject('Shelf__c').destroy(String(shelf.id))).rejects.toMatchObject({
    errorCode: 'DELETE_FAILED',
  });
  expect((await admin.sobject('Loan__c').retrieve(loan))['Shelf__c']).toBe(shelf.id);
});

test('deleting takes the right on the object and on the row', async () => {
  const requester = org.connect('requester@example.org');
  const own = String((await requester.sobject('Loan__c').create({})).id);
  await expect(requester.sobject('Loan__c').destroy(own)).rejects.toMatchObject({
    message: 'entity type cannot be deleted: Loan',
  });
  await expect(org.connect('reviewer@example.org').sobject('Loan__c').destroy(own)).rejects.toMatchObject({
    errorCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
  });
  const user = org.org.findUser('requester@example.org')?.id ?? '';
  await expect(admin.sobject('User').destroy(user)).rejects.toThrow('entity type cannot be deleted: User');
});

test('whatever is written to a deleted row, or points at one, says that it is deleted', async () => {
  const child = await stamp();
  await admin.sobject('Loan__c').destroy(loan);
  const code = 'ENTITY_IS_DELETED';
  await expect(admin.sobject('Stamp__c').update({ Id: child, Name: 'x' })).rejects.toMatchObject({ errorCode: code });
  await expect(admin.sobject('Stamp__c').create({ Name: 'y', Loan__c: loan })).rejects.toMatchObject({
    errorCode: code,
  });
  const results = await admin.sobject('Loan__c').destroy([loan]);
  expect(results[0]?.errors).toMatchObject([{ statusCode: code }]);
});
