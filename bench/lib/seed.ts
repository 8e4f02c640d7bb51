import { z } from 'zod';
import { pollUntil } from '../../scripts/lib/poll-until.ts';
import type { Product } from './product.ts';

const ROWS = 200;
const AT_ONCE = 20;
const orderedSchema = z.object({ id: z.string(), candidate_id: z.string() });
type Ordered = z.infer<typeof orderedSchema>;
const savedSchema = z.array(z.object({ id: z.string().optional(), success: z.boolean(), errors: z.unknown() }));

/** A report at Checkr and the check that holds it. */
export interface SeededCheck {
  reportId: string;
  checkId: string;
}

/** Makes so many checks in progress, whose reports at Checkr are complete meanwhile; gives them. */
export async function seedChecks(product: Product, count: number): Promise<SeededCheck[]> {
  const checks = await saveChecks(product, await orderReports(product, count));
  const [last] = checks.slice(-1);
  if (last) await untilComplete(product, last.reportId);
  return checks;
}

/** They take the same time, so the last to be ordered is the last to be done. */
async function untilComplete({ stack }: Product, reportId: string): Promise<void> {
  const headers = { authorization: `Basic ${Buffer.from(`${stack.checkr.apiKey}:`).toString('base64')}` };
  const isComplete = async () => {
    const answer = await fetch(`${stack.checkr.apiBase}/reports/${reportId}`, { headers });
    return ((await answer.json()) as { status: string }).status === 'complete';
  };
  await pollUntil(isComplete, { what: 'the reports to be complete', deadlineMs: 60_000, everyMs: 200 });
}

/** Makes so many checks in the org whose reports nobody asks about. */
export async function seedRecords(product: Product, count: number): Promise<SeededCheck[]> {
  const newId = () => crypto.randomUUID().replaceAll('-', '').slice(0, 24);
  return saveChecks(
    product,
    Array.from({ length: count }, () => ({ id: newId(), candidate_id: newId() })),
  );
}

async function saveChecks(product: Product, reports: Ordered[]): Promise<SeededCheck[]> {
  const seeded: SeededCheck[] = [];
  const connectionKey = `${product.stack.connectorSettings.orgId}/test`;
  for (let start = 0; start < reports.length; start += ROWS) {
    const part = reports.slice(start, start + ROWS);
    const leads = await save(
      product,
      'admin@example.org',
      part.map((_report, index) => lead(`${part[index]?.id ?? ''}`)),
    );
    const checks = part.map(({ id, candidate_id }, index) => ({
      ...{ attributes: { type: 'Background_Check__c' }, Lead__c: leads[index], Source__c: 'Dashboard' },
      ...{ Status__c: 'In Progress', Connection_Key__c: connectionKey },
      ...{ Checkr_Report_Id__c: id, Checkr_Candidate_Id__c: candidate_id, External_Id__c: `Checkr:${id}` },
    }));
    const ids = await save(product, 'connector@example.org', checks);
    seeded.push(...part.map(({ id }, index) => ({ reportId: id, checkId: ids[index] ?? '' })));
  }
  return seeded;
}

async function orderReports(product: Product, count: number) {
  const reports: Ordered[] = [];
  while (reports.length < count) {
    const orders = Array.from({ length: Math.min(AT_ONCE, count - reports.length) }, () =>
      product.checkrControl('POST', '/reports', {
        ...{
          source: 'manual_order',
          package: 'tasker_standard',
          result: 'clear',
          work_locations: [{ country: 'US', state: 'IL' }],
        },
        candidate: applicant(),
      }),
    );
    reports.push(...(await Promise.all(orders)).map((report) => orderedSchema.parse(report)));
  }
  return reports;
}

function applicant(): object {
  return {
    ...{
      first_name: 'Grace',
      last_name: 'Sample',
      no_middle_name: true,
      email: `a-${crypto.randomUUID()}@example.org`,
    },
    ...{ dob: '1990-04-01', ssn: '111-11-2001', zipcode: '62701', phone: '2175550100' },
    work_locations: [{ country: 'US', state: 'IL' }],
  };
}

function lead(mark: string): object {
  return {
    attributes: { type: 'Lead' },
    LastName: `Sample ${mark}`,
    Company: 'Volunteers',
    Email: `l-${mark}@example.org`,
  };
}

async function save({ stack, orgControl }: Product, username: string, records: object[]): Promise<string[]> {
  const { accessToken } = (await orgControl('POST', '/sessions', { username })) as { accessToken: string };
  const answer = await fetch(`${stack.orgUrl}/services/data/v66.0/composite/sobjects`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ allOrNone: true, records }),
  });
  const results = savedSchema.parse(await answer.json());
  const refused = results.find(({ success }) => !success);
  if (refused) throw new Error(`the org refused: ${JSON.stringify(refused.errors)}`);
  return results.map(({ id = '' }) => id);
}
