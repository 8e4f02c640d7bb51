import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serveBulkOrg } from '../../testing/bulk-org.ts';

let org: Awaited<ReturnType<typeof serveBulkOrg>>;
beforeAll(async () => {
  org = await serveBulkOrg();
});
beforeEach(() => org.start());
afterAll(() => org.close());

const errors = (rows: Record<string, string>[]) => rows.map((row) => row['sf__Error']);

describe('rows loaded with jsforce', () => {
  test('more than the 200 of one transaction', async () => {
    const rows = Array.from({ length: 450 }, (_, each) => ({
      Order__c: `o-${each}`,
      Fine__c: each,
      Due__c: '2026-11-20',
    }));
    const { saved, refused, unprocessed } = await org.load({}, rows);
    expect([saved.length, refused.length, unprocessed.length]).toEqual([450, 0, 0]);
    expect(saved[449]).toMatchObject({ sf__Created: 'true', Order__c: 'o-449' });
    const last = { Id: saved[449]?.['sf__Id'], Fine__c: 449, Due__c: '2026-11-20' };
    expect(await org.loans("Order__c = 'o-449'")).toMatchObject([last]);
    expect(await org.loans()).toHaveLength(450);
  });

  test('each refused row says why, and the others go on', async () => {
    const { saved, refused } = await org.load({}, [
      { Order__c: 'good', 'Shelf__r.Code__c': 'maps', State__c: 'Open' },
      { Order__c: 'burnt', 'Shelf__r.Code__c': 'maps', State__c: 'Burnt' },
      { Order__c: 'lost', 'Shelf__r.Code__c': 'cellar', State__c: 'Open' },
      { Order__c: 'good', 'Shelf__r.Code__c': 'maps', State__c: 'Open' },
    ]);
    expect(saved.map((row) => row['Order__c'])).toEqual(['good']);
    expect(await org.loans()).toMatchObject([{ Shelf__r: { Code__c: 'maps' } }]);
    const first = saved[0]?.['sf__Id']?.slice(0, 15) ?? '';
    expect(errors(refused)).toEqual([
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:State: bad value for restricted picklist field: Burnt:State__c --',
      'INVALID_FIELD:Foreign key external ID: cellar not found for field Code__c in entity Shelf__c:--',
      `DUPLICATE_VALUE:duplicate value found: Order__c duplicates value on record with id: ${first}:--`,
    ]);
    expect(refused[0]).toMatchObject({ sf__Id: '', Order__c: 'burnt', State__c: 'Burnt' });
  });

  test('an update leaves fields with empty cells alone and empties those with #N/A', async () => {
    const id = await org.lend({ Note__c: 'old', Fine__c: 3, State__c: 'Open' });
    const csv = `Id,Note__c,Fine__c,Shelf__r.Code__c\n${id},,#N/A,tales\n,x,,\n`;
    const { saved, refused } = await org.load({ operation: 'update' }, csv);
    expect(saved).toMatchObject([{ sf__Id: id, sf__Created: 'false' }]);
    expect(await org.loans()).toMatchObject([{ Note__c: 'old', Fine__c: null, Shelf__r: { Code__c: 'tales' } }]);
    expect(errors(refused)).toEqual(['MISSING_ARGUMENT:Id not specified in an update call:--']);
    await org.load({ operation: 'update' }, `Id,Shelf__r.Code__c\n${id},#N/A\n`);
    expect(await org.loans()).toMatchObject([{ Note__c: 'old', Shelf__r: null }]);
  });

  test('an upsert says which rows are new; a key given twice refuses both', async () => {
    await org.lend({ Order__c: 'known', Note__c: 'old' });
    const rows = ['known', 'new', 'twin', 'twin'].map((Order__c) => ({ Order__c, Note__c: 'loaded' }));
    const { saved, refused } = await org.load({ operation: 'upsert', externalIdFieldName: 'Order__c' }, rows);
    expect(saved.map((row) => [row['Order__c'], row['sf__Created']])).toEqual([
      ['known', 'false'],
      ['new', 'true'],
    ]);
    expect(errors(refused)).toEqual(Array(2).fill(expect.stringMatching(/^DUPLICATE_VALUE:/)));
    expect(await org.loans()).toHaveLength(2);
  });

  test('a delete takes ids', async () => {
    const id = await org.lend({ Note__c: 'old' });
    const { saved, refused } = await org.load({ operation: 'delete' }, [{ Id: id }, { Id: 'a00000000000009AAA' }]);
    expect([saved.length, refused.length, (await org.loans()).length]).toEqual([1, 1, 0]);
  });

  test('values that do not fit their field are refused', async () => {
    const { saved, refused } = await org.load({}, 'Fine__c,Due__c\n12.5,2026-01-01Z\nmuch,\n,yesterday\n');
    expect(saved).toHaveLength(1);
    const code = 'INVALID_TYPE_ON_FIELD_IN_RECORD';
    expect(errors(refused)).toEqual([
      `${code}:Fine: value not of required type: much:Fine__c --`,
      `${code}:Due: value not of required type: yesterday:Due__c --`,
    ]);
  });

  test('a checkbox is told by true and false in any case, or 1 and 0', async () => {
    const idOf = (name: string) => org.org.findUser(`${name}@example.org`)?.id ?? '';
    const cells = { requester: '0', reviewer: 'FALSE', connector: 'True', noaccess: 'perhaps' };
    const rows = Object.entries(cells).map(([name, IsActive]) => ({ Id: idOf(name), IsActive }));
    const { refused } = await org.load({ object: 'User', operation: 'update' }, rows, 'admin@example.org');
    expect(errors(refused)).toEqual([expect.stringContaining('value not of required type: perhaps:IsActive --')]);
    const soql =
      "SELECT IsActive FROM User WHERE Username IN ('requester@example.org', 'reviewer@example.org', 'connector@example.org') ORDER BY Username";
    const { records } = await org.connect('admin@example.org').query(soql);
    expect(records.map((row) => row['IsActive'])).toEqual([true, false, false]);
  });
});

describe('rights', () => {
  test('are those of the user whose job it is: fields and rows', async () => {
    const mine = [{ Note__c: 'mine', State__c: 'Open' }, { Note__c: 'mine too' }];
    const { saved, refused } = await org.load({}, mine, 'requester@example.org');
    expect(saved.map((row) => row['Note__c'])).toEqual(['mine too']);
    expect(errors(refused)[0]).toMatch(/^INVALID_FIELD_FOR_INSERT_UPDATE:.* State__c\. Please check .*:State__c --$/);
    const foreign = [{ Id: await org.lend({ Note__c: 'foreign' }), Note__c: 'x' }];
    const changed = await org.load({ operation: 'update' }, foreign, 'requester@example.org');
    expect(errors(changed.refused)[0]).toMatch(/^INSUFFICIENT_ACCESS/);
  });

  test('a field the user may not read is no column, an object no object', async () => {
    await expect(org.load({}, 'Fine__c\n1\n', 'requester@example.org')).rejects.toThrow(
      'Ingest job failed to complete due to: InvalidBatch : Field name not found : Fine__c',
    );
    await expect(org.load({}, [{ Note__c: 'x' }], 'noaccess@example.org')).rejects.toMatchObject({
      errorCode: 'INVALIDJOB',
    });
  });

  test('a job is shown to its user and to administrators only', async () => {
    const id = await org.newJob();
    const asked = (username: string) => org.connect(username).bulk2.job('ingest', { id }).check();
    await expect(asked('requester@example.org')).rejects.toMatchObject({ errorCode: 'INVALIDUSER' });
    expect(await asked('admin@example.org')).toMatchObject({ state: 'Open' });
  });
});
