import type { OrgSession, Row } from '../org-session.ts';
import { Problem } from '../problem.ts';

const FIELDS = [
  ...['Name', 'Source__c', 'Status__c', 'Result__c', 'Cleared__c', 'Package__r.Name', 'Price__c', 'Price_Currency__c'],
  ...['Requested_At__c', 'Completed_At__c', 'Turnaround_Seconds__c', 'Estimated_Completion__c'],
  ...['Checkr_Candidate_Id__c', 'Checkr_Invitation_Id__c', 'Checkr_Report_Id__c', 'Report_URL__c', 'Result_Summary__c'],
];

/** The Lead's checks as stored, the newest first; ids and outcomes, nothing about the person. */
export async function checksOf(session: OrgSession, leadId: string): Promise<Row[]> {
  const rows = await session.query(
    `SELECT ${FIELDS.join(', ')} FROM Background_Check__c WHERE Lead__c = '${leadId}' ORDER BY Name DESC`,
  );
  return rows.map((row) => Object.fromEntries(FIELDS.map((field) => [field, valueAt(row, field)])));
}

/** Aligned lines, `field  value`; empty fields are left out. */
export function recordLines(row: Row): string[] {
  const filled = Object.entries(row).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const width = Math.max(...filled.map(([name]) => name.length));
  return filled.map(([name, value]) => `          ${name.padEnd(width)}  ${String(value).replaceAll('\n', '; ')}`);
}

/** @throws Problem naming the first field that is not as expected. */
export function expectRecord(row: Row | undefined, expected: Row): void {
  if (row === undefined) throw new Problem('no record');
  for (const [name, value] of Object.entries(expected)) {
    if (row[name] !== value) throw new Problem(`${name} is ${JSON.stringify(row[name])}, not ${JSON.stringify(value)}`);
  }
}

function valueAt(row: Row, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value as Row | null)?.[name] ?? null, row);
}
