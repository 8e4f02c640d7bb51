import { pollUntil } from '../../../../scripts/lib/poll-until.ts';
import type { Product } from '../../harness.ts';
import { vendorWords, type VendorWords } from '../../vendor-harness.ts';
import type { KillJob } from '../kill-job.ts';

/** A result of another vendor, whose door dies: it has no other source, so the vendor sends it again until it is taken. */
export const vendorResult: KillJob = {
  name: 'vendor result',
  victim: 'web',
  async prepare(product) {
    const words = await wordsOf(product);
    const number = words.newId();
    return { number, Id: await words.linkedCheck(number) };
  },
  async start(product, { number, Id }) {
    const words = await wordsOf(product);
    const message = {
      ...{ external_id: number, status: 'completed', result: 'consider', result_summary: 'Something was found.' },
      result_details: { criminal: { result: 'consider', record_count: 1 }, education: 'clear' },
    };
    const isTaken = async (): Promise<boolean> => (await words.send(message)).status === 200;
    await pollUntil(() => isTaken().catch(() => false), {
      ...{ what: 'the result to be taken', deadlineMs: 30_000, everyMs: 200 },
    });
    return String(Id);
  },
  isDone: (check) => check['Status__c'] === 'Review Required',
  candidates: 0,
  effects: { 'candidate.created': 0 },
  record: { Status__c: 'Review Required', Result__c: 'Consider', Cleared__c: false, Vendor_Revision__c: 1 },
  async verify(product, { Id }, { number }) {
    const words = await wordsOf(product);
    const rows = await words.events(String(number));
    if (rows.length !== 1 || rows[0]?.['Outcome__c'] !== 'Applied')
      throw new Error(`the message is in the audit as ${rows.map((row) => String(row['Outcome__c'])).join(', ')}`);
    const screenings = await words.screenings(String(Id));
    if (screenings.length !== 2) throw new Error(`${screenings.length} screenings are shown`);
  },
};

const wordsOf = async (product: Product): Promise<VendorWords> =>
  vendorWords(product, await product.signIn('reviewer@example.org'));
