import { expect, test } from 'vitest';
import type { Automation, RecordChange, SaveError, Transaction } from '../../save-model.ts';
import { createOrg } from '../../org.ts';

const BAD: SaveError = { statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER', message: 'no', fields: [] };

/** An org of standard objects whose "flows" are given as code. */
function setup(flows: Partial<Automation> = {}) {
  const fine = (_transaction: Transaction, changes: RecordChange[]) => changes.map(() => undefined);
  const org = createOrg({
    id: '00DBC00000000012AA',
    name: 'Test',
    now: () => new Date('2026-11-20T16:00:00.900Z'),
    automation: () => ({ beforeSave: fine, afterSave: fine, ...flows }),
    checks: [],
    onDeployed: () => undefined,
  });
  const admin = org.findUser('admin@example.org');
  if (!admin) throw new Error('the admin is a built-in user');
  const names = (object: string) =>
    org.transact(admin, (work) => work.find(object, () => true).map(({ Name }) => Name));
  return { org, admin, names };
}

const account = (Name: string) => ({ Name });

/** For each saved account a lead of the same name; accounts named "late" are refused after that. */
function leadPerAccount(transaction: Transaction, changes: RecordChange[]): (SaveError | undefined)[] {
  return changes.map(({ object, record }) => {
    if (object !== 'Account') return undefined;
    transaction.insert('Lead', [{ LastName: String(record['Name']), Company: 'x' }]);
    return record['Name'] === 'late' ? BAD : undefined;
  });
}

test('when a row fails after it was saved, the others are saved again and what its flows wrote is undone', () => {
  const { org, admin, names } = setup({ afterSave: leadPerAccount });
  const results = org.insertAs(admin, 'Account', [account('a'), account('late'), account('b')]);
  expect(results.map(({ errors }) => errors.length)).toEqual([0, 1, 0]);
  expect(names('Account')).toEqual(['a', 'b']);
  expect(names('Lead')).toEqual(['a', 'b']);
});

test('a before-save flow changes the row itself, and what it writes is checked', () => {
  const { org, admin, names } = setup({
    beforeSave: (_transaction, changes) =>
      changes.map(({ record }) => {
        record['Phone'] = record['Name'] === 'long' ? '1'.repeat(41) : ' 555 ';
        return undefined;
      }),
  });
  const results = org.insertAs(admin, 'Account', [account('a'), account('long')]);
  expect(results[1]?.errors[0]).toMatchObject({ statusCode: 'STRING_TOO_LONG', fields: ['Phone'] });
  expect(names('Account')).toEqual(['a']);
  expect(org.queryAs(admin, 'SELECT Phone FROM Account')[0]?.['Phone']).toBe('555');
});

test('with allOrNone one refused row undoes all', () => {
  const { org, admin, names } = setup();
  const results = org.insertAs(admin, 'Account', [account('a'), account('')], { allOrNone: true });
  expect(results.map(({ errors }) => errors[0]?.statusCode)).toEqual([
    'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    'REQUIRED_FIELD_MISSING',
  ]);
  expect(names('Account')).toEqual([]);
});

test('a transaction that throws leaves nothing, and runs nothing afterwards', async () => {
  const { org, admin, names } = setup();
  const failing = () =>
    org.transact(admin, (transaction) => {
      transaction.insert('Account', [account('a')]);
      transaction.afterCommit((later) => void later.insert('Account', [account('later')]));
      throw new Error('stop');
    });
  expect(failing).toThrow('stop');
  await org.database.afterCommit.settled();
  expect(names('Account')).toEqual([]);
});

test('what is noted for after the commit runs in its own transaction, even when another fails', async () => {
  const { org, admin, names } = setup();
  org.transact(admin, (transaction) => {
    transaction.afterCommit(() => {
      throw new Error('broken');
    });
    transaction.afterCommit((later) => void later.insert('Account', [account('later')]));
  });
  expect(names('Account')).toEqual([]);
  await org.database.afterCommit.settled();
  expect(names('Account')).toEqual(['later']);
  expect(org.database.afterCommit.failures()).toEqual(['broken']);
});

test('a savepoint takes back rows, deletions and work for later', async () => {
  const { org, admin, names } = setup();
  org.transact(admin, (transaction) => {
    const [first] = transaction.insert('Account', [account('a'), account('b')]);
    const undo = transaction.savepoint();
    transaction.remove('Account', [String(first?.id)]);
    transaction.afterCommit((later) => void later.insert('Account', [account('later')]));
    undo();
  });
  await org.database.afterCommit.settled();
  expect(names('Account')).toEqual(['a', 'b']);
});

test('a row given twice in one update gets both changes', () => {
  const { org, admin } = setup();
  const [result] = org.insertAs(admin, 'Account', [account('a')]);
  const Id = result?.id ?? null;
  org.updateAs(admin, 'Account', [
    { Id, Phone: '1' },
    { Id, Website: 'https://example.org' },
  ]);
  const [row] = org.queryAs(admin, 'SELECT Phone, Website, LastModifiedDate FROM Account');
  expect(row).toMatchObject({
    Phone: '1',
    Website: 'https://example.org',
    LastModifiedDate: '2026-11-20T16:00:00.000Z',
  });
});

test('flows that save each other without end are stopped', () => {
  const again = (transaction: Transaction, changes: RecordChange[]) =>
    changes.map(({ record }) => transaction.insert('Account', [account(`${String(record['Name'])}+`)])[0]?.errors[0]);
  const { org, admin, names } = setup({ afterSave: again });
  const [result] = org.insertAs(admin, 'Account', [account('a')]);
  expect(result?.errors[0]?.message).toContain('maximum trigger depth exceeded');
  expect(names('Account')).toEqual([]);
});
