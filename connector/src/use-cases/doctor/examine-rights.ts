import { broken, ok, unsure, type Finding } from '../../domain/finding.ts';
import type { Grants, ObjectRights, OrgSurveyor } from '../../domain/survey.ts';

const SET = 'Background Check Connector';
const ASSIGN = `Deploy the package of this version and assign the permission set ${SET} to the connector's user.`;

/** An address is granted as a whole and seen by its parts. */
const PARTS: Readonly<Record<string, string>> = { Address: 'City', MailingAddress: 'MailingCity' };

/** Holds every right the package grants the connector against what its user really has. */
export async function examineRights(surveyor: OrgSurveyor, grants: Grants): Promise<Finding[]> {
  const objects = [...new Set(grants.objects.map(({ object }) => object))];
  const seen = await Promise.all(objects.map(async (object) => [object, await surveyor.describe(object)] as const));
  const rights = new Map(seen);
  const missing = [...rights.entries()].filter(([, each]) => each === null).map(([object]) => object);
  const lacking = [
    ...grants.objects.flatMap((grant) => lackingOn(rights.get(grant.object), grant)),
    ...grants.fields.flatMap((grant) => lackingField(rights.get(grant.object), grant)),
  ];
  return [
    missing.length === 0
      ? ok('salesforce-objects', `All ${objects.length} objects are there.`)
      : broken('salesforce-objects', `Not there, or hidden from this user: ${missing.join(', ')}.`, ASSIGN),
    lacking.length === 0
      ? ok('salesforce-rights', `Every right on ${grants.fields.length} fields is there.`)
      : broken('salesforce-rights', `Missing rights: ${lacking.join('; ')}.`, ASSIGN),
    await examineUserPermissions(surveyor, grants),
    await examineAudit(surveyor),
    await examineForeignCheck(surveyor),
  ];
}

function lackingOn(rights: ObjectRights | null | undefined, grant: Grants['objects'][number]): string[] {
  if (!rights) return [];
  const names = (['create', 'edit', 'delete'] as const).filter((name) => grant[name] && !rights[name]);
  return names.map((name) => `${name} ${grant.object}`);
}

function lackingField(
  rights: ObjectRights | null | undefined,
  { object, field, editable }: Grants['fields'][number],
): string[] {
  if (!rights) return [];
  const writable = rights.fields.get(PARTS[field] ?? field);
  if (writable === undefined) return [`read ${object}.${field}`];
  return editable && !writable ? [`edit ${object}.${field}`] : [];
}

/** What the connector's own writes must not do: call the connector again. */
const MUST_BE_OFF = ['SendOutboundMessages'] as const;

async function examineUserPermissions(surveyor: OrgSurveyor, { userPermissions }: Grants): Promise<Finding> {
  const step = 'salesforce-user-permissions';
  const has = await surveyor.listUserPermissions([...MUST_BE_OFF, ...userPermissions]);
  if (has === null) {
    const mend = "Look at the profile of the connector's user in Setup: Send Outbound Messages must be off.";
    return unsure(step, 'The org does not tell which user permissions this user has.', mend);
  }
  const tooMuch = MUST_BE_OFF.filter((name) => has.includes(name));
  if (tooMuch.length > 0) {
    const mend = 'Take it away in the profile (Minimum Access - API Only Integrations has it off).';
    return broken(step, 'Send Outbound Messages is on: every write of the connector calls it again.', mend);
  }
  const lacking = userPermissions.filter((name) => !has.includes(name));
  if (lacking.length === 0) return ok(step, 'Send Outbound Messages is off, as it must be.');
  const mend = 'Assign the permission set Background Check Direct Reports.';
  return broken(step, `Missing user permissions: ${lacking.join(', ')}.`, mend);
}

async function examineAudit(surveyor: OrgSurveyor): Promise<Finding> {
  const step = 'salesforce-audit';
  const error = await surveyor.tryAudit();
  if (error === null) return ok(step, 'A row of the audit trail would be taken (tried and taken back).');
  const mend = `${ASSIGN} It carries the custom permission Write Background Check Results.`;
  return broken(step, `A row of the audit trail is refused (${error}).`, mend);
}

async function examineForeignCheck(surveyor: OrgSurveyor): Promise<Finding> {
  const step = 'salesforce-checks-of-others';
  const error = await surveyor.tryForeignCheck();
  const mend = `${ASSIGN} It carries Modify All on checks.`;
  if (error === null) return ok(step, 'Checks of other users can be written (tried and taken back).');
  if (error === 'no-check')
    return unsure(
      step,
      'No check of another user can be seen: right for a new org, otherwise Modify All is missing.',
      mend,
    );
  return broken(step, `A check of another user is refused (${error}).`, mend);
}
