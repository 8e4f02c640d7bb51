import { createHash } from 'node:crypto';
import type { Report } from '../reports/report.ts';
import type { Screening } from '../screenings/screening.ts';

/** One finding an adverse action may rest on; `assessment` only where the account uses Assess. */
export interface AdverseItem {
  id: string;
  object: 'adverse_item';
  text: string;
  assessment?: { value: string; rule: { name: string; type: string } };
}

/** What a report holds against the candidate; the ids stay the same as long as the findings do. */
export function adverseItemsOf(report: Report): AdverseItem[] {
  return report.screenings
    .filter((screening) => screening.status === 'complete' && screening.result === 'consider')
    .flatMap((screening) => textsOf(screening).map((text, index) => toItem(screening, text, index)));
}

function toItem(screening: Screening, text: string, index: number): AdverseItem {
  const id = createHash('sha1').update(`${screening.id} ${index} ${text}`).digest('hex');
  const rule = { name: 'Simulated rule', type: 'default' };
  const { assessment } = screening;
  return { id, object: 'adverse_item', text, ...(assessment && { assessment: { value: assessment, rule } }) };
}

function textsOf({ type, details }: Screening): string[] {
  const texts = [
    ...listOf(details['records']).flatMap((record) => listOf(record['charges']).map((charge) => charge['charge'])),
    ...(details['license_status'] === 'suspended' ? ['License status: Suspended'] : []),
    ...listOf(details['violations']).map((violation) => violation['description']),
    ...listOf(details['accidents']).map((accident) => accident['description']),
    ...listOf(details['analytes'])
      .filter((analyte) => analyte['disposition'] === 'positive')
      .map((analyte) => `${String(analyte['name'])}: positive`),
  ].map(String);
  return texts.length > 0 ? texts : [`Simulated finding of the ${type.replaceAll('_', ' ')}`];
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
}
