import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { newRun } from '../../scripts/lib/new-run.ts';
import type { OrgSession, Row } from '../../scripts/lib/org-session.ts';
import { pollUntil } from '../../scripts/lib/poll-until.ts';
import { claimDatabase } from '../../scripts/lib/redis-database.ts';
import type { StackOptions } from '../../scripts/lib/stack-options.ts';
import { startStack, type Stack } from '../../scripts/lib/stack.ts';
import { applicant, someLead } from './invented-people.ts';
import { dump } from './redis-dump.ts';

/** Fast enough that a report takes well under a second. */
const TIME_SCALE = 600;
const DEADLINE_MS = 30_000;

/** The whole product with the words end-to-end tests use of it. */
export interface Product extends Stack {
  requester: OrgSession;
  admin: OrgSession;
  /** Creates an invented Lead; gives its id. */
  createLead(fields?: Row): Promise<string>;
  /** What the button does; gives the id of the check. */
  requestCheck(leadId: string, fields?: Row): Promise<string>;
  check(id: string): Promise<Row>;
  /** The check once it is as wanted. */
  checkOnce(id: string, what: string, isSo: (check: Row) => boolean): Promise<Row>;
  /** What the applicant's form does; the SSN chooses the outcome (see simulators/checkr). */
  fillInForm(invitationId: unknown, ssn: string): Promise<void>;
  checkrControl(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Row>;
  orgControl(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<unknown>;
  /** A webhook to our door, signed by the account's key unless told otherwise. */
  webhook(body: string, signature?: string, headers?: Record<string, string>): Promise<Response>;
  /** Everything both processes of the connector logged so far. */
  logs(): string;
  /** Every key and value in Redis, as text. */
  redisDump(): Promise<string>;
  /** Redis loses everything it holds. */
  emptyRedis(): Promise<void>;
}

/** Starts everything once for a test file, on a Redis database of its own. */
export async function startProduct(options: Partial<StackOptions> = {}): Promise<Product> {
  const redisUrl = process.env['REDIS_URL'];
  if (!redisUrl) throw new Error('end-to-end tests need REDIS_URL: run them by scripts/test end-to-end');
  const database = await claimDatabase(redisUrl);
  const { logFolder } = newRun('e2e');
  const stack = await startStack({ redisUrl: database.url, logFolder, timeScale: TIME_SCALE, ...options });
  const admin = await stack.signIn('admin@example.org');
  const requester = await stack.signIn('requester@example.org');
  return {
    ...stack,
    ...{ admin, requester },
    ...wordsFor(stack, { admin, requester }),
    logs: () =>
      [stack.programs.web, stack.programs.worker].map(({ logFile }) => readFileSync(logFile, 'utf8')).join(''),
    redisDump: () => dump(database.url),
    emptyRedis: () => database.empty(),
    close: async () => {
      await stack.close();
      await database.close();
    },
  };
}

const COLUMNS = [
  ...[
    'Id',
    'Name',
    'Status__c',
    'Result__c',
    'Cleared__c',
    'Requested_Action__c',
    'Operation__c',
    'Connection_Key__c',
    'Includes_Canceled__c',
    'Adverse_Action_Status__c',
    'Adverse_Action_Id__c',
    'ATS_Callback_Status__c',
    'Vendor_Revision__c',
  ],
  ...[
    'Checkr_Candidate_Id__c',
    'Checkr_Invitation_Id__c',
    'Checkr_Report_Id__c',
    'Invitation_URL__c',
    'Report_URL__c',
    'Completed_At__c',
  ],
  ...[
    'Error_Create_Candidate__c',
    'Error_Create_Invitation__c',
    'Error_Create_Report__c',
    'Error_Help__c',
    'Reopen_Reason__c',
    'Package__r.Slug__c',
    'Price__c',
    'Price_Currency__c',
  ],
];

function wordsFor(stack: Stack, { admin, requester }: { admin: OrgSession; requester: OrgSession }) {
  const check = async (id: string): Promise<Row> => {
    const [row] = await admin.query(`SELECT ${COLUMNS.join(', ')} FROM Background_Check__c WHERE Id = '${id}'`);
    if (!row) throw new Error(`no check ${id}`);
    return row;
  };
  const checkrControl = (method: string, path: string, body?: object) =>
    call(`${stack.checkr.dashboardUrl}/__control${path}`, method, body) as Promise<Row>;
  return {
    check,
    checkrControl,
    createLead: (fields: Row = {}) => requester.create('Lead', { ...someLead(), ...fields }),
    requestCheck: (leadId: string, fields: Row = {}) =>
      requester.uiCreate('Background_Check__c', { Lead__c: leadId, Source__c: 'Button', ...fields }),
    checkOnce: (id: string, what: string, isSo: (row: Row) => boolean) =>
      pollUntil(async () => [await check(id)].find(isSo), {
        what: `the check to be ${what}`,
        deadlineMs: DEADLINE_MS,
        everyMs: 50,
      }),
    fillInForm: async (invitationId: unknown, ssn: string) =>
      void (await checkrControl('POST', `/invitations/${String(invitationId)}/complete`, applicant(ssn))),
    orgControl: (method: string, path: string, body?: object) => call(`${stack.orgUrl}/__control${path}`, method, body),
    webhook: (
      body: string,
      signature = createHmac('sha256', stack.checkr.apiKey).update(body).digest('hex'),
      headers: Record<string, string> = {},
    ) =>
      fetch(`${stack.connectorUrl}/checkr`, {
        method: 'POST',
        body,
        headers: { ...headers, 'x-checkr-signature': signature },
      }),
  };
}

async function call(url: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return text ? (JSON.parse(text) as unknown) : undefined;
}
