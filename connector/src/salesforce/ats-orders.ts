import * as crypto from 'node:crypto';
import { z } from 'zod';
import type { AtsApplicant, PlacedAtsOrder } from '../domain/ats-order.ts';
import type { AtsOrders, KnownForOrder, NewAtsOrder } from '../domain/ats-ports.ts';
import { Failure } from '../domain/failure.ts';
import { atsOrderWrites } from './ats-order-writes.ts';
import { runTogether, type Subrequest } from './composite.ts';
import { ATS_ORDER_FIELDS } from './ats-names.ts';
import { CHECK } from './names.ts';
import type { OrgSession } from './org-session.ts';
import { createOwners } from './owners.ts';
import { queryPath, quoted } from './soql.ts';
import { eventPart } from './write-parts.ts';

/** Refusals the sender can mend by sending something else; every other one is for us to mend. */
const MENDABLE: Readonly<Record<string, string | null>> = {
  'salesforce-field-custom-validation-exception': null,
  'salesforce-duplicates-detected': null,
  'salesforce-required-field-missing': null,
  'salesforce-string-too-long': null,
  'salesforce-invalid-email-address': null,
  'salesforce-field-integrity-exception': null,
  'salesforce-duplicate-value': 'A check of this person with this package is open already.',
};

const placedPage = pageOf(
  z.object({
    Id: z.string(),
    Name: z.string(),
    [ATS_ORDER_FIELDS.key]: z.string(),
    [ATS_ORDER_FIELDS.hash]: z.string(),
  }),
);
const contactPage = pageOf(z.object({ Id: z.string() }));
const leadPage = pageOf(
  z.object({ Id: z.string(), IsConverted: z.boolean(), ConvertedContactId: z.string().nullish() }),
);

/** Orders of applicant tracking systems in one org: one call to read, one to write. */
export function createAtsOrders(session: OrgSession): AtsOrders {
  const owners = createOwners(session);
  return {
    async read(key, applicant) {
      const { bodies } = await run(session, [placedQuery(key), ...peopleQueries(applicant)]);
      const leads = leadPage.parse(bodies.get('leads')).records;
      const contacts = contactPage.parse(bodies.get('contacts')).records.map(({ Id }) => Id);
      const converted = leads.flatMap(({ ConvertedContactId }) => ConvertedContactId ?? []);
      return {
        placed: placedIn(bodies, key),
        contactIds: [...new Set([...contacts, ...converted])],
        leadIds: leads.filter(({ IsConverted }) => !IsConverted).map(({ Id }) => Id),
      } satisfies KnownForOrder;
    },
    async place(order) {
      const ownerId = await owners.idOf(order.owner);
      const { refusal, bodies } = await runTogether(session, [
        ...atsOrderWrites(order, ownerId),
        receipt(order),
        placedQuery(order.key),
      ]);
      // Somebody sent the same order at the same moment: whichever rule noticed it first, the key says so.
      const found = refusal ? await run(session, [placedQuery(order.key)]) : { bodies };
      const placed = placedIn(found.bodies, order.key);
      if (placed) return placed;
      throw refusal ? forSender(refusal.failure) : new Failure('unavailable', 'ats-order-not-found-after-commit');
    },
  };
}

async function run(session: OrgSession, parts: Subrequest[]): Promise<{ bodies: ReadonlyMap<string, unknown> }> {
  const { refusal, bodies } = await runTogether(session, parts);
  if (refusal) throw forSender(refusal.failure);
  return { bodies };
}

/** What only we can mend is an outage to the sender. */
function forSender(failure: Failure): Failure {
  if (failure.kind !== 'rejected' && failure.kind !== 'not-found') return failure;
  const words = MENDABLE[failure.code];
  const details = { fields: [...failure.fields], cause: failure };
  if (words === undefined) return new Failure('unavailable', failure.code, details);
  return new Failure('rejected', failure.code, { ...details, vendorWords: words ? [words] : [...failure.vendorWords] });
}

function placedQuery(key: string): Subrequest {
  const { key: keyField, hash } = ATS_ORDER_FIELDS;
  const soql = `SELECT Id, Name, ${keyField}, ${hash} FROM ${CHECK} WHERE ${keyField} = ${quoted(key)}`;
  return { name: 'placed', method: 'GET', path: queryPath(soql) };
}

function placedIn(bodies: ReadonlyMap<string, unknown>, key: string): PlacedAtsOrder | null {
  const rows = placedPage.parse(bodies.get('placed')).records;
  const row = rows.find((each) => each[ATS_ORDER_FIELDS.key] === key);
  return row ? { checkId: row.Id, trackingId: row.Name, hash: row[ATS_ORDER_FIELDS.hash] } : null;
}

function peopleQueries({ email, firstName, lastName }: AtsApplicant): Subrequest[] {
  const same = `Email = ${quoted(email)} AND FirstName = ${quoted(firstName)} AND LastName = ${quoted(lastName)}`;
  return [
    { name: 'contacts', method: 'GET', path: queryPath(`SELECT Id FROM Contact WHERE ${same} LIMIT 50`) },
    {
      name: 'leads',
      method: 'GET',
      path: queryPath(`SELECT Id, IsConverted, ConvertedContactId FROM Lead WHERE ${same} LIMIT 50`),
    },
  ];
}

/** The row of the audit that says that the order came in. */
function receipt({ key, hash, backgroundCheckId }: NewAtsOrder): Subrequest {
  const now = new Date();
  // Once only by the order's key; an order of a check that was deleted since may come again.
  const digest = crypto.hash('sha256', key, 'hex');
  return eventPart({
    ...{ type: 'ats.order', source: 'ATS', direction: 'Inbound', outcome: 'Applied', reason: null, summary: null },
    sourceEventId: `ats-order-${digest}-${now.getTime()}`,
    ...{ vendorObjectId: backgroundCheckId.slice(0, 64), vendorParentId: null, checkId: '@{check.id}' },
    ...{ occurredAt: null, receivedAt: now.toISOString(), durationMs: null, payloadSha256: hash },
  });
}

function pageOf<T extends z.ZodType>(row: T) {
  return z.object({ records: z.array(row) });
}
