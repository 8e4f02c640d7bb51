import { notFound } from '../http/api-error.ts';
import type { Store } from '../store.ts';
import type { Report } from './report.ts';

/** The report of that id. @throws ApiError 404 */
export function getReport({ reports }: Pick<Store, 'reports'>, id: string): Report {
  const report = reports.get(id);
  if (!report) throw notFound();
  return report;
}
