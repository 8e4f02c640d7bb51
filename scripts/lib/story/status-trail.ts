import type { OrgSession } from '../org-session.ts';
import { Problem } from '../problem.ts';

/** Every status the check of that number went through, in order, from its field history: also those too brief for the page to show. */
export async function statusTrail(session: OrgSession, number: string): Promise<string[]> {
  const [check] = await session.query(`SELECT Id FROM Background_Check__c WHERE Name = '${number}'`);
  const rows = await session.query(
    `SELECT OldValue, NewValue FROM Background_Check__History
     WHERE ParentId = '${String(check?.['Id'])}' AND Field = 'Status__c' ORDER BY CreatedDate, Id`,
  );
  return [rows[0]?.['OldValue'], ...rows.map((row) => row['NewValue'])].map(String);
}

/** @throws Problem naming both trails when a status was left out or another came between. */
export function expectTrail(seen: string[], expected: string[]): void {
  if (seen.join() === expected.join()) return;
  throw new Problem(`expected: ${expected.join(' → ')}\n  seen:     ${seen.join(' → ')}`);
}
