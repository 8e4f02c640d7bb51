import { createHmac, randomUUID } from 'node:crypto';
import type { OrgSession, Row } from '../../scripts/lib/org-session.ts';
import { pollUntil } from '../../scripts/lib/poll-until.ts';
import type { Product } from './harness.ts';

const SECRET = 'a-secret-of-the-vendor-acme';
export const OLDER_SECRET = 'an-older-secret-of-acme-inc';
export const GLOBEX_SECRET = 'a-secret-of-the-vendor-globex';

/** Two vendors; reconciling so often that a test need not wait. */
export const VENDOR_ENV = {
  VENDORS: 'acme,globex',
  ACME_VENDOR_NAME: 'Acme',
  ACME_VENDOR_SECRETS: `${SECRET},${OLDER_SECRET}`,
  GLOBEX_VENDOR_NAME: 'Globex Screening',
  GLOBEX_VENDOR_SECRETS: GLOBEX_SECRET,
  RECONCILE_EVERY_SECONDS: '1',
};

/** What a vendor may leave out or send otherwise. */
export interface Sent {
  path?: string;
  signature?: string | null;
  secret?: string;
}

interface Notification {
  targetId: string;
  userId: string;
  title: string;
}

/** What tests say of vendors' results. */
export interface VendorWords {
  /** An order number nobody else in the run has. */
  newId(): string;
  /** A check in progress at Acme, entered as an administrator does; gives its id. */
  linkedCheck(vendorId: string, fields?: Row): Promise<string>;
  /** Posts a message signed by Acme unless told otherwise. */
  send(message: object | string, how?: Sent): Promise<Response>;
  /** What the page shows of the check, with its screenings. */
  shown(checkId: string): Promise<Row>;
  screenings(checkId: string): Promise<Row[]>;
  /** Audit rows of a vendor's id, the oldest first. */
  events(vendorId: string): Promise<Row[]>;
  /** A reviewer's decision, and what the check shows once the connector has recorded it. */
  decide(checkId: string, action: string): Promise<Row>;
  /** The log line of a request that holds these words. */
  logged(requestId: string, words: string): Promise<string>;
  /** What users were told about a check. */
  toldAbout(checkId: string): Promise<{ userId: string; title: string }[]>;
}

const CHECK_COLUMNS =
  'Name, Status__c, Result__c, Cleared__c, Result_Summary__c, Estimated_Days__c, Report_URL__c, Completed_At__c, ' +
  'External_Id__c, Vendor__c, Review_Decision__c, Requested_Action__c, Reopen_Reason__c, Adverse_Action_Status__c, ' +
  'Vendor_Revision__c, Connection_Key__c, Error_Help__c';

/** Those words over a running product. */
export function vendorWords(product: Product, reviewer: OrgSession): VendorWords {
  const { admin } = product;
  const shown = async (id: string): Promise<Row> => {
    const [row] = await admin.query(`SELECT ${CHECK_COLUMNS} FROM Background_Check__c WHERE Id = '${id}'`);
    if (!row) throw new Error(`no check ${id}`);
    return row;
  };
  return {
    shown,
    newId: () => `order-${randomUUID().slice(0, 8)}`,
    linkedCheck: async (vendorId, fields = {}) =>
      admin.create('Background_Check__c', {
        ...{ Lead__c: await product.createLead(), Vendor__c: 'Acme', External_Id__c: vendorId },
        ...fields,
      }),
    send: (message, how = {}) => post(product.connectorUrl, message, how),
    screenings: (id) =>
      admin.query(
        'SELECT External_Id__c, Type__c, Status__c, Result__c, Summary__c, Record_Count__c FROM Background_Check_Screening__c ' +
          `WHERE Background_Check__c = '${id}' ORDER BY Type__c`,
      ),
    events: (vendorId) =>
      admin.query(
        'SELECT Type__c, Source__c, Direction__c, Outcome__c, Reason__c, Summary__c, Background_Check__c, Duration_Ms__c, ' +
          'Payload_SHA256__c, Request_Id__c, Received_At__c FROM Background_Check_Event__c ' +
          `WHERE Vendor_Object_Id__c = '${vendorId}' ORDER BY CreatedDate, Name`,
      ),
    decide: async (id, action) => {
      await reviewer.update('Background_Check__c', id, {
        Requested_Action__c: action,
        Review_Reason__c: 'Looked at it.',
      });
      return pollUntil(async () => [await shown(id)].find((row) => row['Requested_Action__c'] === null), {
        ...{ what: `${action} to be recorded`, deadlineMs: 30_000, everyMs: 50 },
      });
    },
    logged: (requestId, words) =>
      pollUntil(
        () =>
          Promise.resolve(
            product
              .logs()
              .split('\n')
              .find((line) => line.includes(requestId) && line.includes(words)),
          ),
        { what: `a log line about ${words}`, deadlineMs: 10_000, everyMs: 20 },
      ),
    toldAbout: async (id) => {
      await product.orgControl('POST', '/settle');
      const sent = (await product.orgControl('GET', '/notifications')) as Notification[];
      return sent.flatMap(({ targetId, userId, title }) => (targetId === id ? [{ userId, title }] : []));
    },
  };
}

function post(connectorUrl: string, message: object | string, { path = '/acme', signature, secret = SECRET }: Sent) {
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  const proof = signature === undefined ? createHmac('sha256', secret).update(body).digest('hex') : signature;
  return fetch(`${connectorUrl}/webhooks/background_check${path}`, {
    ...{ method: 'POST', body },
    headers: { 'content-type': 'application/json', ...(proof === null ? {} : { 'x-webhook-signature': proof }) },
  });
}
