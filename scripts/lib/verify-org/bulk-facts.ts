import { pollUntil } from '../poll-until.ts';
import { verdict, type Fact } from './facts.ts';
import { CHECK, memberOf, type World } from './world.ts';

const ENDED = ['JobComplete', 'Failed', 'Aborted'];

/** What whoever loads many checks at once is told (docs/admin.md); nothing of it stays in the org. */
export const bulkFacts: Fact[] = [
  {
    id: 'sf-bulk-unknown-column',
    about: 'Salesforce',
    statement: 'A name in the header of a bulk load that is no field fails the whole load, and is told.',
    look: loadUnknownColumn,
  },
  {
    id: 'sf-same-check-at-once',
    about: 'Salesforce',
    statement: 'Of two requests of the same check saved at once the second is refused with DUPLICATE_VALUE.',
    look: requestTwiceAtOnce,
  },
];

async function loadUnknownColumn({ org, patienceMs }: World) {
  const made = await org('POST', '/jobs/ingest', { body: { object: CHECK, operation: 'insert', lineEnding: 'LF' } });
  const path = `/jobs/ingest/${String(memberOf(made.body, 'id'))}`;
  await org('PUT', `${path}/batches`, { text: 'No_Such_Field__c\nx\n', headers: { 'content-type': 'text/csv' } });
  await org('PATCH', path, { body: { state: 'UploadComplete' } });
  const told = async () => {
    const { body } = await org('GET', path);
    return ENDED.includes(String(memberOf(body, 'state'))) && body;
  };
  const body = await pollUntil(told, { what: 'the end of a bulk load', deadlineMs: patienceMs });
  await org('DELETE', path);
  const words = String(memberOf(body, 'errorMessage'));
  return verdict(words === 'InvalidBatch : Field name not found : No_Such_Field__c', words);
}

/** Neither is saved, since the call asks for all or none. */
async function requestTwiceAtOnce({ org }: World) {
  const person = { LastName: 'Taken back', Company: 'Nobody', Email: `twice-${Date.now()}@example.org` };
  const lead = String(memberOf((await org('POST', '/sobjects/Lead', { body: person })).body, 'id'));
  const check = { attributes: { type: CHECK }, Lead__c: lead };
  const { body } = await org('POST', '/composite/sobjects', { body: { allOrNone: true, records: [check, check] } });
  await org('DELETE', `/sobjects/Lead/${lead}`);
  const codes = [0, 1].map((row) => String(memberOf(body, row, 'errors', 0, 'statusCode')));
  const words = String(memberOf(body, 1, 'errors', 0, 'message')).replaceAll(/\w{15,18}$/g, '…');
  return verdict(codes[1] === 'DUPLICATE_VALUE', `${codes.join(', ')}: ${words}`);
}
