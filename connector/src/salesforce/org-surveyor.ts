import { z } from 'zod';
import { isFailure } from '../domain/failure.ts';
import type { AtsAccount } from '../domain/ats-account.ts';
import type { NewAtsOrder } from '../domain/ats-ports.ts';
import type { ObjectRights, OrgSurveyor, WaitingActions } from '../domain/survey.ts';
import type { Org } from '../domain/ports.ts';
import { atsOrderWrites } from './ats-order-writes.ts';
import { writeTogether, type Subrequest } from './composite.ts';
import { CHECK, EVENT, EVENT_FIELDS, PACKAGE } from './names.ts';
import type { OrgSession } from './org-session.ts';
import { createOwners } from './owners.ts';
import { dateTime, queryAll, quoted } from './soql.ts';

const describeSchema = z.object({
  createable: z.boolean(),
  updateable: z.boolean(),
  deletable: z.boolean(),
  fields: z.array(z.object({ name: z.string(), createable: z.boolean(), updateable: z.boolean() })),
});
const limitsSchema = z.object({ DailyApiRequests: z.object({ Max: z.number(), Remaining: z.number() }) });

/** Nothing ever has this id, so a call that ends with it takes back what stands before it. */
const TAKE_BACK: Subrequest = {
  name: 'takeBack',
  method: 'PATCH',
  path: `/sobjects/${CHECK}/a00000000000000AAA`,
  body: {},
};

interface OrgSurveyorOptions {
  session: OrgSession;
  org: Org;
  username: string;
}

/** Looks at an org with what its REST API shows to the connector's own user. */
export function createOrgSurveyor({ session, org, username }: OrgSurveyorOptions): OrgSurveyor {
  return {
    getIdentity: async () => ({
      ...(await org.getFacts()),
      ...{ username, key: session.keyInUse() ?? { position: 1, of: 1 } },
    }),
    async describe(object) {
      const answer = await orNull(session.request('GET', `/sobjects/${object}/describe`), 'not-found', 'rejected');
      return answer === null ? null : rightsFrom(answer);
    },
    async listUserPermissions(names) {
      const columns = names.map((name) => `Permissions${name}`).join(', ');
      const row = z.record(z.string(), z.unknown());
      const rows = await orNull(
        queryAll(session, `SELECT ${columns} FROM UserPermissionAccess`, row),
        'not-found',
        'rejected',
      );
      const [mine] = rows ?? [];
      return mine ? names.filter((name) => mine[`Permissions${name}`] === true) : null;
    },
    tryAudit: () => tryOut(session, { name: 'audit', method: 'POST', path: `/sobjects/${EVENT}`, body: auditRow() }),
    async tryForeignCheck() {
      const soql = `SELECT Id FROM ${CHECK} WHERE Owner.Username != ${quoted(username)} ORDER BY CreatedDate DESC LIMIT 1`;
      const [check] = await queryAll(session, soql, z.object({ Id: z.string() }));
      if (!check) return 'no-check';
      return tryOut(session, { name: 'check', method: 'PATCH', path: `/sobjects/${CHECK}/${check.Id}`, body: {} });
    },
    async findUser(owner) {
      const field = owner.includes('@') ? 'Username' : 'Id';
      const soql = `SELECT IsActive FROM User WHERE ${field} = ${quoted(owner)}`;
      const [user] = await queryAll(session, soql, z.object({ IsActive: z.boolean() }));
      return user ? { isActive: user.IsActive } : null;
    },
    async tryAtsOrder(account) {
      const [packageSlug] = await listActivePackages(session);
      if (!packageSlug) return 'no-package';
      const ownerId = await createOwners(session).idOf(account.owner);
      return tryOut(session, ...atsOrderWrites(someOrder(account, packageSlug), ownerId));
    },
    listActivePackages: () => listActivePackages(session),
    countWaiting: (untouchedSince) => countWaiting(session, untouchedSince),
    async getApiUsage() {
      const parsed = limitsSchema.safeParse(await session.request('GET', '/limits'));
      if (!parsed.success) return null;
      const { Max, Remaining } = parsed.data.DailyApiRequests;
      return { used: Max - Remaining, limit: Max };
    },
  };
}

/** Null when the call fails with one of these kinds. */
async function orNull<T>(call: Promise<T>, ...kinds: ('not-found' | 'rejected')[]): Promise<T | null> {
  return call.catch((error: unknown) => {
    if (isFailure(error, ...kinds)) return null;
    throw error;
  });
}

function rightsFrom(answer: unknown): ObjectRights {
  const { createable, updateable, deletable, fields } = describeSchema.parse(answer);
  return {
    ...{ create: createable, edit: updateable, delete: deletable },
    fields: new Map(fields.map((field) => [field.name, field.createable || field.updateable])),
  };
}

/** The error of writes that are taken back in the same call; null when the org would have taken them. */
async function tryOut(session: OrgSession, ...parts: Subrequest[]): Promise<string | null> {
  const refusal = await writeTogether(session, [...parts, TAKE_BACK]);
  if (refusal === null || refusal.name === TAKE_BACK.name) return null;
  const { message, fields } = refusal.failure;
  return [message, ...fields].join(' ');
}

async function listActivePackages(session: OrgSession): Promise<string[]> {
  const soql = `SELECT Slug__c FROM ${PACKAGE} WHERE Active__c = true`;
  return (await queryAll(session, soql, z.object({ Slug__c: z.string() }))).map(({ Slug__c }) => Slug__c);
}

/** An order about nobody: the host of its callback is never asked, since it is taken back. */
function someOrder({ id, owner, company }: AtsAccount, packageSlug: string): NewAtsOrder {
  const key = `doctor-${id}-${Date.now()}`;
  const nowhere = { phone: null, street: null, city: null, state: null, postalCode: null };
  const applicant = { firstName: 'Doctor', lastName: 'Example', email: `${key}@example.org`, ...nowhere };
  return {
    ...{ key, hash: key, accountId: id, backgroundCheckId: key, webhookUrl: 'https://callback.example.org/' },
    ...{ packageSlug, addOnSlugs: [], person: { applicant, company }, owner, connectionKey: key },
  };
}

function auditRow(): object {
  return {
    [EVENT_FIELDS.sourceEventId]: `doctor-${Date.now()}`,
    [EVENT_FIELDS.type]: 'doctor',
    [EVENT_FIELDS.source]: 'Connector',
    [EVENT_FIELDS.direction]: 'Outbound',
    [EVENT_FIELDS.outcome]: 'Ignored',
  };
}

/** Requests for Checkr that nobody has touched; the first tells how old they are. */
async function countWaiting(session: OrgSession, untouchedSince: number): Promise<WaitingActions> {
  const soql =
    `SELECT LastModifiedDate FROM ${CHECK} WHERE Requested_Action__c != null AND Vendor__c = 'Checkr' ` +
    `AND LastModifiedDate < ${dateTime(untouchedSince)} ORDER BY LastModifiedDate LIMIT 200`;
  const rows = await queryAll(session, soql, z.object({ LastModifiedDate: z.string() }));
  return { count: rows.length, oldestAt: rows[0] ? Date.parse(rows[0].LastModifiedDate) : null };
}
