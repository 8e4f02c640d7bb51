import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Component } from '../metadata/component.ts';
import { parseXml } from '../metadata/xml.ts';
import { createPackageOrg, type PackageOrg } from '../testing/package-org.ts';

let org: PackageOrg;
beforeEach(() => {
  org = createPackageOrg();
});
afterEach(() => org.stop());

interface Shown {
  groups: { text: string; count: number; summaries: object[]; rows: { text: string; href?: string }[][] }[];
  columns: string[];
  filters: string[];
  count: number;
  message: string;
  components: { problem: string | null }[];
}

/** What the page of that user gets. */
async function ask(username: string, path: string): Promise<Shown & { id: string; name: string }[]> {
  const { id } = org.sessions.create(org.user(username));
  const answer = await org.app.request(`/lightning/${path}`, { headers: { Authorization: `Bearer ${id}` } });
  return (await answer.json()) as Awaited<ReturnType<typeof ask>>;
}

async function run(username: string, report: string): Promise<Shown> {
  const found = (await ask('admin', 'reports')).find(({ name }) => name === report);
  return ask(username, `reports/${found?.id}`);
}

function addCheck(fields: object): string {
  const lead = org.person('Lead');
  const check = { Lead__c: lead.id, Requested_Action__c: null, ...fields };
  return String(org.insert('connector', 'Background_Check__c', check).id);
}

const deploy = (components: Component[]) => org.org.deploy(components).map(({ message }) => message);

/** Deploys the report with one thing changed. @returns what the org says against it. */
function change(file: string, from: string, to: string): string[] {
  const path = `force-app/main/default/${file}`;
  const text = readFileSync(path, 'utf8');
  const fullName = file.replace(/^reports\/(.*)\.report-meta\.xml$/, '$1');
  const element = parseXml(text.replace(from, to), path);
  return deploy([{ type: 'Report', fullName, path, element }]);
}

test('rows stand in their groups with count, subtotals and total, and lead to their records', async () => {
  const price = { Price__c: 35.5, Price_Currency__c: 'USD', Add_On__c: false, Active__c: true };
  const pack = org.insert('connector', 'Background_Check_Package__c', { Name: 'Basic', Slug__c: 'basic', ...price });
  const id = addCheck({ Status__c: 'Invited', Package__c: pack.id });
  addCheck({ Status__c: 'In Progress', Package__c: pack.id });
  const byStatus = await run('requester', 'Background Checks by Status');
  expect(byStatus.groups.map(({ text, count }) => [text, count])).toEqual([
    ['Invited', 1],
    ['In Progress', 1],
  ]);
  const [name, lead] = byStatus.groups[0]?.rows[0] ?? [];
  expect(name).toEqual({ text: 'BC-000001', href: `/lightning/r/Background_Check__c/${id}/view` });
  expect(lead).toMatchObject({ text: 'Lovelace', href: expect.stringContaining('/lightning/r/Lead/') as string });
  const summaries = [{ label: 'Sum of Price', text: '71.00' }];
  const inside = [{ text: 'Basic', count: 2, summaries }];
  expect((await run('requester', 'Spend by Package')).groups).toMatchObject([
    { text: 'USD', summaries, groups: inside },
  ]);
});

test('filters and the time frame leave out what they say, and are said', async () => {
  addCheck({ Status__c: 'Invited', Invitation_Expires_At__c: org.clock.now().toISOString() });
  addCheck({ Status__c: 'Invited', Invitation_Expires_At__c: '2199-01-01T00:00:00Z' });
  addCheck({ Status__c: 'Requested', Invitation_Expires_At__c: org.clock.now().toISOString() });
  const report = await run('admin', 'Invitations about to Expire');
  expect(report.count).toBe(1);
  expect(report.filters).toEqual(['Invitation Expires At: Next 7 Days', 'Status equals Invited']);
});

test('a column the user may not see is left out, a filter the user may not see is refused by name', async () => {
  addCheck({ Status__c: 'Review Required' });
  expect((await run('reviewer', 'Waiting Reviews by Age')).columns).toContain('Adverse Action Status');
  expect((await run('requester', 'Waiting Reviews by Age')).columns).not.toContain('Adverse Action Status');
  const report = 'reports/Background_Checks/Checks_By_Status.report-meta.xml';
  const filter = `<filter><criteriaItems><column>Background_Check__c$Adverse_Action_Status__c</column><operator>equals</operator><value>Pending</value></criteriaItems></filter><format>`;
  expect(change(report, '<format>', filter)).toEqual([]);
  expect((await run('reviewer', 'Background Checks by Status')).count).toBe(0);
  expect((await run('requester', 'Background Checks by Status')).message).toMatch(/field Adverse Action Status/);
});

test('without the right to the object nothing is run; without a shared folder there is not even a list', async () => {
  addCheck({ Status__c: 'Invited' });
  expect((await run('noaccess', 'Background Checks by Status')).message).toMatch(/access to Background Checks/);
  const [dashboard] = await ask('noaccess', 'dashboards');
  const { components } = await ask('noaccess', `dashboards/${dashboard?.id}`);
  expect(components).toHaveLength(6);
  expect(components.filter(({ problem }) => !problem)).toEqual([]);
  expect(await ask('connector', 'reports')).toEqual([]);
  const path = 'force-app/main/default/reports/Background_Checks.reportFolder-meta.xml';
  const element = parseXml(readFileSync(path, 'utf8').replace('AllInternalUsers', 'Background_Check_Reviewers'), path);
  expect(deploy([{ type: 'Report', fullName: 'Background_Checks', path, element }])).toEqual([]);
  expect(await ask('requester', 'reports')).toEqual([]);
  expect((await run('requester', 'Background Checks by Status')).message).toMatch(/don't have access to this report/);
  expect(await ask('reviewer', 'reports')).toHaveLength(6);
});

test('only rows the user may see are counted', async () => {
  const right = (field: string) =>
    `<fieldPermissions><editable>false</editable><field>Background_Check__c.${field}</field><readable>true</readable></fieldPermissions>`;
  const xml = `<PermissionSet>${right('Requested_At__c')}<label>Looker</label><objectPermissions><allowRead>true</allowRead><object>Background_Check__c</object></objectPermissions></PermissionSet>`;
  const element = parseXml(xml, 'Looker');
  expect(deploy([{ type: 'PermissionSet', fullName: 'Looker', path: 'Looker', element }])).toEqual([]);
  org.assign('noaccess', 'Looker');
  addCheck({ Status__c: 'Invited' });
  addCheck({ Status__c: 'Invited', OwnerId: org.user('noaccess').id });
  const report = await run('noaccess', 'Background Checks by Status');
  expect([report.count, report.groups, report.columns]).toEqual([1, [], ['Background Check Number', 'Requested At']]);
  expect((await run('admin', 'Background Checks by Status')).count).toBe(2);
});

test('what this org does not know in a report is refused by name', () => {
  const report = 'reports/Background_Checks/Checks_By_Status.report-meta.xml';
  const UNKNOWN = [
    ['Background_Check__c$Package__c', 'Background_Check__c$Nope__c', 'no column named'],
    ['<scope>', '<crossFilters/><scope>', 'element crossFilters'],
    ['INTERVAL_CURY', 'INTERVAL_LASTWEEK', 'interval INTERVAL_LASTWEEK'],
    ['<format>Summary', '<format>Matrix', 'format Matrix'],
    ['<dateGranularity>None', '<dateGranularity>FiscalYear', 'dateGranularity FiscalYear'],
    ['<chartType>HorizontalBar', '<chartType>Donut', 'chartType Donut'],
    ['<scope>organization', '<scope>team', 'scope team'],
  ] as const;
  for (const [from, to, message] of UNKNOWN)
    expect(change(report, from, to)).toEqual(expect.arrayContaining([expect.stringContaining(message)]));
});
