import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { Failure } from '../domain/failure.ts';
import { createNotedEvents } from './noted-events.ts';
import type { OrgSession } from './org-session.ts';
import { createParkedEvents } from './parked-events.ts';

/** Salesforce counts the headers too; a token takes up to two thousand bytes. */
const LONGEST_ADDRESS = 16_384 - 2_500;

/** An org that knows every id it is asked for, and refuses addresses Salesforce would refuse. */
function setup() {
  const asked: string[] = [];
  const request: OrgSession['request'] = (_method, path) => {
    asked.push(path);
    if (path.length > LONGEST_ADDRESS) return Promise.reject(new Failure('rejected', 'salesforce-error-http-414'));
    const soql = decodeURIComponent(path);
    const ids = [...new Set(soql.match(/[0-9a-f]{24}/g))];
    const column = soql.includes('Source_Event_Id__c') ? 'Source_Event_Id__c' : 'Checkr_Report_Id__c';
    return Promise.resolve({ done: true, records: ids.map((id) => ({ [column]: id })) });
  };
  const session = { request } as OrgSession;
  return { ...createParkedEvents(session), ...createNotedEvents(session), asked };
}

const ids = Array.from({ length: 1000 }, () => randomBytes(12).toString('hex'));

test('a thousand ids are asked for by as many queries as their addresses take', async () => {
  const { listKnownIds, listNoted, asked } = setup();
  expect(new Set(await listKnownIds('00DBC0000000001EAA/test', ids))).toEqual(new Set(ids));
  expect(new Set(await listNoted(ids))).toEqual(new Set(ids));
  expect(asked.length).toBeLessThan(30);
});

test('few ids are asked for by one query', async () => {
  const { listNoted, asked } = setup();
  await listNoted(ids.slice(0, 3));
  expect(asked).toHaveLength(1);
});
