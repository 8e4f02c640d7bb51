import type { Row } from '../../../scripts/lib/org-session.ts';
import type { Product } from '../harness.ts';
import { countOf } from './effects.ts';

/** What Checkr and the org hold of one check. */
export interface Account {
  /** Of this person at Checkr. */
  candidates: number;
  /** Not deleted, of all the person's candidates. */
  invitations: number;
  reports: number;
  /** Rows of the audit that stand for the same event twice. */
  auditedTwice: number;
  /** Told about this check, the most of one title to one user. */
  notifications: number;
  record: Row;
}

/** Looks at one check from both sides. */
export async function accountOf(product: Product, checkId: string): Promise<Account> {
  const record = await product.check(checkId);
  const [person] = await product.admin.query(`SELECT Lead__r.Email FROM Background_Check__c WHERE Id = '${checkId}'`);
  const email = String((person?.['Lead__r'] as Row | null)?.['Email']);
  const candidates = await listAtCheckr(product, `/candidates?email=${encodeURIComponent(email)}`);
  const invitations = await Promise.all(
    candidates.map(({ id }) => listAtCheckr(product, `/invitations?candidate_id=${id}`)),
  );
  return {
    candidates: candidates.length,
    invitations: invitations.flat().length,
    reports: candidates.flatMap(({ report_ids = [] }) => report_ids).length,
    auditedTwice: await auditedTwice(product, checkId),
    notifications: await mostNotifications(product, checkId),
    record,
  };
}

async function auditedTwice(product: Product, checkId: string): Promise<number> {
  const rows = await product.admin.query(
    `SELECT Source_Event_Id__c FROM Background_Check_Event__c WHERE Background_Check__c = '${checkId}'`,
  );
  const counts = countOf(rows.map((row) => String(row['Source_Event_Id__c'])));
  return Object.values(counts).filter((count) => count > 1).length;
}

interface Notification {
  userId: string;
  title: string;
  targetId: string;
}

async function mostNotifications(product: Product, checkId: string): Promise<number> {
  const sent = (await product.orgControl('GET', '/notifications')) as Notification[];
  const ours = sent.filter(({ targetId }) => targetId === checkId).map(({ userId, title }) => `${userId} ${title}`);
  return Math.max(0, ...Object.values(countOf(ours)));
}

async function listAtCheckr(
  product: Product,
  path: string,
): Promise<{ id: string; report_ids?: string[] | undefined }[]> {
  const { data } = (await readAtCheckr(product, path)) as { data: { id: string; report_ids?: string[] }[] };
  return data;
}

/** What Checkr answers to a GET with the account's own key. */
export async function readAtCheckr({ checkr }: Product, path: string): Promise<unknown> {
  const authorization = `Basic ${Buffer.from(`${checkr.apiKey}:`).toString('base64')}`;
  return (await fetch(`${checkr.apiBase}${path}`, { headers: { authorization } })).json();
}
