import { expect, test } from 'vitest';
import { createParcelOrg } from '../pages/testing/parcel-org.ts';

/** What the user sees of a list view: its rows by weight, or why not. */
async function look(org: ReturnType<typeof createParcelOrg>, user: string, view?: string) {
  const chosen = view === undefined ? '' : `?filterName=${view}`;
  const answer = await org.request(user, `/lightning/lists/Parcel__c${chosen}`);
  return (await answer.json()) as {
    message?: string;
    name: string;
    views: { name: string }[];
    filters: string[];
    columns: { apiName: string }[];
    rows: { id: string; cells: { text: string; href?: string }[] }[];
    total: number;
  };
}

function postOffice() {
  const org = createParcelOrg();
  const [set] = org.org.queryAs(org.user('admin'), "SELECT Id FROM PermissionSet WHERE Name = 'Parcels'");
  org.insert('admin', 'PermissionSetAssignment', {
    PermissionSetId: String(set?.['Id']),
    AssigneeId: org.user('reviewer').id,
  });
  const parcel = (by: string, Size__c: string, Weight__c: number) =>
    org.insert(by, 'Parcel__c', { Size__c, Weight__c, Lead__c: leadId });
  const leadId = org.insert('requester', 'Lead', { LastName: 'Example', Company: 'Analytical Ltd' });
  const small = parcel('requester', 'S', 1);
  const large = parcel('requester', 'L', 9);
  return { ...org, leadId, small, large };
}

test('a list shows the rows that pass its filters, newest first, with links to what they look up', async () => {
  const org = postOffice();
  expect((await look(org, 'requester')).rows.map(({ id }) => id)).toEqual([org.large, org.small]);
  const { rows, filters, total } = await look(org, 'requester', 'Large');
  expect({ ids: rows.map(({ id }) => id), filters, total }).toEqual({
    ids: [org.large],
    filters: ['Size equals L'],
    total: 1,
  });
  expect(rows[0]?.cells[0]).toEqual({ text: 'Example', href: `/lightning/r/Lead/${org.leadId}/view` });
});

test('a list of own records has only those', async () => {
  const org = postOffice();
  expect((await look(org, 'requester', 'Mine')).total).toBe(2);
  expect((await look(org, 'reviewer', 'Mine')).total).toBe(0);
});

test('a column the user may not see is left out; a filter of such a field refuses the list', async () => {
  const org = postOffice();
  expect((await look(org, 'requester')).columns.map(({ apiName }) => apiName)).not.toContain('Secret__c');
  expect((await look(org, 'requester', 'Secret')).message).toBe(
    "You don't have access to the field Secret, which this list filters by.",
  );
});

test('a list shared with a group is offered and shown to its members and to administrators only', async () => {
  const org = postOffice();
  expect((await look(org, 'requester')).views.map(({ name }) => name)).not.toContain('Customs');
  expect((await look(org, 'requester', 'Customs')).message).toContain("You don't have access to this list view");
  expect((await look(org, 'admin', 'Customs')).total).toBe(1);
  const [group] = org.org.queryAs(org.user('admin'), "SELECT Id FROM Group WHERE DeveloperName = 'Customs'");
  org.insert('admin', 'GroupMember', { GroupId: String(group?.['Id']), UserOrGroupId: org.user('requester').id });
  expect((await look(org, 'requester', 'Customs')).total).toBe(1);
});

test('who has no rights to the object sees no row of any list', async () => {
  const org = postOffice();
  expect((await look(org, 'noaccess')).message).toBe("You don't have access to Parcels, which this list shows.");
});

test('an object without list views shows everything the user may see', async () => {
  const org = postOffice();
  const answer = await org.request('requester', '/lightning/lists/Lead');
  expect(await answer.json()).toMatchObject({ name: 'All', total: 1, rows: [{ id: org.leadId }] });
});
