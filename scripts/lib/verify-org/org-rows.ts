import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import { open, verdict, type Fact } from './facts.ts';
import { CHECK, memberOf, NOBODY, query, rowsOf, type World } from './world.ts';

const BASE = '/services/data/v66.0/sobjects';

/** What the product believes of rows, fields and flows of an org. */
export const orgRows: Fact[] = [
  {
    id: 'sf-flows-active',
    about: 'Salesforce',
    statement:
      'Every flow of the package deploys as active: formulas with ISNEW and ISCHANGED, outbound messages after commit, scheduled paths.',
    async look({ org }) {
      const flows = ['main', 'org'].flatMap((folder) =>
        readdirSync(join(projectRoot, 'force-app', folder, 'default/flows')).map((file) => file.split('.')[0] ?? ''),
      );
      const listed = flows.map((name) => `'${name}'`).join(', ');
      const soql = `SELECT ApiName FROM FlowDefinitionView WHERE IsActive = true AND ApiName IN (${listed})`;
      const { body } = await org('GET', query(soql));
      const active = rowsOf(body).map((row) => memberOf(row, 'ApiName'));
      const idle = flows.filter((name) => !active.includes(name));
      return verdict(
        idle.length === 0,
        idle.length === 0 ? `${flows.length} active` : `not active: ${idle.join(', ')}`,
      );
    },
  },
  {
    id: 'sf-owner-reads',
    about: 'Salesforce',
    statement: 'A user who may not read checks cannot be given one: TRANSFER_REQUIRES_READ.',
    look: giveToStranger,
  },
  {
    id: 'sf-ssn-masked',
    about: 'Salesforce',
    statement: 'An encrypted SSN is masked for whoever lacks View Encrypted Data (direct reports only).',
    look: readSsn,
  },
];

async function giveToStranger({ org }: World) {
  const ids = async (soql: string, column: string) => {
    const { body } = await org('GET', query(soql));
    return rowsOf(body).map((row) => String(memberOf(row, column)));
  };
  const users = await ids("SELECT Id FROM User WHERE IsActive = true AND Profile.Name = 'Standard User'", 'Id');
  const ours = "SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name LIKE 'Background_Check%'";
  const readers = await ids(ours, 'AssigneeId');
  const OwnerId = users.find((id) => !readers.includes(id));
  if (OwnerId === undefined) return open('every user with the profile Standard User has one of our permission sets');
  const lead = { LastName: 'Taken back', Company: 'Nobody', Email: `owner-${Date.now()}@example.org` };
  const compositeRequest = [
    { method: 'POST', url: `${BASE}/Lead`, referenceId: 'lead', body: lead },
    ...[{ method: 'POST', url: `${BASE}/${CHECK}`, referenceId: 'check', body: { Lead__c: '@{lead.id}', OwnerId } }],
    { method: 'PATCH', url: `${BASE}/${CHECK}/${NOBODY}`, referenceId: 'takeBack', body: {} },
  ];
  const { body } = await org('POST', '/composite', { body: { allOrNone: true, compositeRequest } });
  const code = String(memberOf(body, 'compositeResponse', 1, 'body', 0, 'errorCode'));
  return verdict(code === 'TRANSFER_REQUIRES_READ', code);
}

async function readSsn({ org }: World) {
  const ssn = '111-11-2001';
  const person = { LastName: 'Masked', Company: 'Nobody', SSN__c: ssn };
  const made = await org('POST', '/sobjects/Lead', { body: person });
  if (made.status >= 300)
    return open('Leads have no SSN here: force-app/direct is not deployed, or the field is hidden');
  const path = `/sobjects/Lead/${String(memberOf(made.body, 'id'))}`;
  const shown = String(memberOf((await org('GET', `${path}?fields=SSN__c`)).body, 'SSN__c'));
  await org('DELETE', path);
  const mine = await org('GET', query('SELECT PermissionsViewEncryptedData FROM UserPermissionAccess'));
  const sees = memberOf(mine.body, 'records', 0, 'PermissionsViewEncryptedData') === true;
  if (sees) return open('this administrator has View Encrypted Data');
  return verdict(shown !== ssn, shown === ssn ? 'it is shown' : 'it is masked');
}
