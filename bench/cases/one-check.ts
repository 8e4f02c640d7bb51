import { setTimeout as delay } from 'node:timers/promises';
import { pollUntil } from '../../scripts/lib/poll-until.ts';
import type { BenchOptions } from '../lib/bench-options.ts';
import { countCalls, total, type Calls } from '../lib/count-calls.ts';
import { worstOfRounds, type Figure } from '../lib/figures.ts';
import type { Product, Sent } from '../lib/product.ts';

/** Time between deliveries that do not come together, shortened from hours. */
const GAP_MS = 400;

/** 3. Calls for one check from order to completion: eleven deliveries, nine of them distinct. Prints those of the first. */
export async function oneCheck(product: Product, { rounds }: BenchOptions): Promise<Figure[]> {
  const counts: Counts[] = [];
  for (let round = 0; round < rounds; round += 1) counts.push(await countOnce(product, round));
  const [first] = counts;
  for (const [during, { checkr, org }] of Object.entries(first ?? {})) {
    console.log(`  Checkr, ${during}: ${listOf(checkr)}`);
    console.log(`  Salesforce, ${during}: ${listOf(org)}`);
  }
  const figure = (what: string, atMost: number, valueOf: (counts: Counts) => number) =>
    worstOfRounds({ case: '3 calls', what, unit: 'calls' }, counts.map(valueOf), atMost);
  return [
    figure('POST at Checkr for a check', 2, ({ order }) => total(order.checkr, 'POST')),
    figure('GET at Checkr for nine distinct deliveries', DISTINCT, ({ results }) => total(results.checkr, 'GET')),
    figure(
      'Salesforce calls for each delivery that changes the record',
      2,
      ({ results }) => total(results.org) / DISTINCT,
    ),
  ];
}

type SideCalls = Awaited<ReturnType<typeof countCalls>>;
type Counts = Record<'order' | 'results', SideCalls>;

async function countOnce(product: Product, round: number): Promise<Counts> {
  const { stack, checkrControl } = product;
  const requester = await stack.signIn('requester@example.org');
  const lead = await requester.create('Lead', { ...LEAD, Email: `grace.sample-${round}@example.org` });
  let checkId = '';
  const invited = async () => {
    const [row] = await product.connectorOrg.query(
      `SELECT Checkr_Invitation_Id__c FROM Background_Check__c WHERE Id = '${checkId}' AND Status__c = 'Invited'`,
    );
    return typeof row?.['Checkr_Invitation_Id__c'] === 'string' && row['Checkr_Invitation_Id__c'];
  };
  let invitationId = '';
  const order = await countCalls(product, async () => {
    checkId = await requester.uiCreate('Background_Check__c', { Lead__c: lead, Source__c: 'Button' });
    invitationId = await pollUntil(invited, { what: 'the invitation', deadlineMs: 30_000, everyMs: 500 });
  });
  await checkrControl('POST', `/invitations/${invitationId}/complete`, APPLICATION);
  const reportId = await reportOf(product);
  return { order, results: await countCalls(product, () => deliverEleven(product, reportId)) };
}

function listOf(calls: Calls): string {
  return Object.entries(calls)
    .map(([route, count]) => `${count} × ${route}`)
    .join(', ');
}

const DISTINCT = 9;

/** Three estimates, a burst of four, two duplicates, one word of the invitation and the completion. */
async function deliverEleven(product: Product, reportId: string): Promise<void> {
  const sent: Sent[] = [];
  const deliver = async (type: string, id?: string) => {
    const one = await product.send(reportId, { type, ...(id ? { id } : {}) });
    sent.push(one);
    return one;
  };
  const first = await deliver('report.created');
  for (let estimate = 0; estimate < 3; estimate += 1) {
    await delay(GAP_MS);
    await deliver('report.updated');
  }
  await delay(GAP_MS);
  await Promise.all(
    ['report.updated', 'report.updated', 'report.updated', 'report.updated'].map((type) => deliver(type)),
  );
  await delay(GAP_MS);
  await deliver('report.created', first.eventId);
  await deliver('report.created', first.eventId);
  await product.checkrControl('POST', `/reports/${reportId}/moves`, { move: 'settle', result: 'clear' });
  await deliver('report.completed');
  await product.untilDone(sent);
}

async function reportOf({ checkrControl }: Product): Promise<string> {
  const found = await checkrControl('GET', '/deliveries?type=report.created');
  const deliveries = found['deliveries'] as { object_id: string }[];
  const id = deliveries.at(-1)?.object_id;
  if (!id) throw new Error('the application led to no report');
  return id;
}

const LEAD = {
  ...{ FirstName: 'Grace', LastName: 'Sample', Company: 'Volunteers' },
  ...{ City: 'Springfield', State: 'IL', PostalCode: '62701', Country: 'US' },
};
const APPLICATION = {
  ...{ first_name: 'Grace', no_middle_name: true, last_name: 'Sample', dob: '1990-04-01' },
  ...{ ssn: '111-11-2001', zipcode: '62701', consent: true },
};
