import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createSalesforceSimulator } from '../simulator.ts';
import { ANNEX, LIBRARY } from '../testing/serve-org.ts';

const RULES = 'annex/default/sharingRules/Loan__c.sharingRules-meta.xml';
const QUEUE = 'annex/default/queues/Front_Desk.queue-meta.xml';
const cleanUps: (() => void)[] = [];
afterEach(() => cleanUps.splice(0).forEach((cleanUp) => cleanUp()));

/** What is wrong with the library and its annex after one text in a file is replaced. */
function problemsWith(file: string, [from, to]: [string, string]) {
  const folder = mkdtempSync(join(tmpdir(), 'annex-'));
  const simulator = createSalesforceSimulator();
  cleanUps.push(simulator.stop, () => rmSync(folder, { recursive: true }));
  cpSync(dirname(LIBRARY), folder, { recursive: true });
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, before.replaceAll(from, to));
  expect(readFileSync(path, 'utf8')).not.toBe(before);
  const sources = [join(folder, 'app'), join(folder, 'annex')];
  const result = simulator.deploy({ sources, env: { LIBRARY_URL: 'https://library.example.org/' } });
  return 'problems' in result ? result.problems.map(({ component, message }) => `${component}: ${message}`) : [];
}

test.each<[string, string, string]>([
  ['<field>State__c</field>', '<field>Nope__c</field>', 'rule Returned_Loans: criteria cannot use the field Nope__c'],
  ['<field>Note__c</field>', '<field>Story__c</field>', 'criteria cannot use the field Story__c'],
  ['<operation>startsWith', '<operation>within', 'operation within on Note__c is not known'],
  ['<value>10</value>', '<value>ten</value>', 'ten is no number for Fine__c'],
  ['1 AND (2 OR 3)', '1 AND 2', 'leaves out condition 3'],
  ['<accessLevel>Edit', '<accessLevel>All', 'accessLevel All is not known'],
  ['<group>Night_Shift</group>', '<group>Day_Shift</group>', 'no group named Day_Shift'],
  ['<queue>Front_Desk</queue>', '<role>Boss</role>', 'sharing with role is not known'],
  ['sharingOwnerRules', 'sharingGuestRules', 'sharingGuestRules is not known'],
])('sharing rules with %s written %s are refused by name', (from, to, message) => {
  expect(problemsWith(RULES, [from, to])).toEqual([expect.stringContaining(message)]);
});

test('a rule that gives nothing beyond what everybody has is refused', () => {
  const file = 'app/default/objects/Loan__c/Loan__c.object-meta.xml';
  expect(problemsWith(file, ['<sharingModel>Private', '<sharingModel>ReadWrite'])).toEqual([
    expect.stringContaining('gives nothing on Loan__c, whose sharingModel is ReadWrite'),
  ]);
});

test.each<[string, string, string]>([
  ['reviewer@example.org', 'nobody@example.org', 'queueMembers: no active user nobody@example.org'],
  ['<sobjectType>Loan__c', '<sobjectType>Account', 'queueSobject: rows of Account cannot be owned by a queue'],
  ['<sobjectType>Loan__c', '<sobjectType>Nope__c', 'queueSobject: no object named Nope__c'],
])('a queue with %s written %s is refused by name', (from, to, message) => {
  expect(problemsWith(QUEUE, [from, to])).toEqual([`Queue Front_Desk: ${message}`]);
});

test('the annex as it is deploys into an org that has the library', () => {
  const simulator = createSalesforceSimulator();
  cleanUps.push(simulator.stop);
  simulator.deploy({ sources: [LIBRARY], env: { LIBRARY_URL: 'https://library.example.org/' } });
  expect(simulator.deploy({ sources: [ANNEX], env: {} })).toHaveProperty('deployed');
});
