import type { Product } from './product.ts';
import type { SeededCheck } from './seed.ts';

const PAGE = 2000;

/** How many are not as they have to be: their reports are complete and clear, so each is completed and counts as a pass. */
export async function wrongRecords(product: Product, checks: SeededCheck[]): Promise<number> {
  const right = new Set<string>();
  let after = '';
  for (;;) {
    const rows = await product.connectorOrg.query(
      `SELECT Id FROM Background_Check__c WHERE Status__c = 'Completed' AND Result__c = 'Clear' AND Cleared__c = true ` +
        `${after ? `AND Id > '${after}' ` : ''}ORDER BY Id LIMIT ${PAGE}`,
    );
    for (const row of rows) right.add(String(row['Id']));
    after = String(rows.at(-1)?.['Id'] ?? '');
    if (rows.length < PAGE) break;
  }
  return checks.filter(({ checkId }) => !right.has(checkId)).length;
}
