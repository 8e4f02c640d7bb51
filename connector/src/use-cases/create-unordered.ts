import type { Check } from '../domain/check.ts';
import { connectionKey, type ConnectionProfile } from '../domain/connection.ts';
import type { Checkr } from '../domain/checkr-port.ts';
import type { CheckRecords } from '../domain/ports.ts';
import type { Report } from '../domain/report.ts';

interface CreateUnorderedDeps {
  connection: ConnectionProfile;
  checkr: Pick<Checkr, 'reportUrl'>;
  records: Pick<CheckRecords, 'createUnordered' | 'listByReportOrCandidate'>;
}

/**
 * Makes a check of its own of a report nobody here ordered, about the person of a check we know. It is in progress: what
 * the report says is for the event to apply, as to any other check. Undefined where nothing is really made.
 */
export async function createUnordered(
  { connection, checkr, records }: CreateUnorderedDeps,
  report: Report,
  known: Check,
): Promise<Check | undefined> {
  await records.createUnordered({
    leadId: known.leadId,
    contactId: known.contactId,
    source: report.source === 'continuous_check' ? 'Continuous' : 'Dashboard',
    change: {
      status: 'In Progress',
      reportId: report.id,
      reportUrl: checkr.reportUrl(report.id),
      candidateId: report.candidateId,
      connectionKey: connectionKey(connection),
      ...(report.packageSlug ? { packageSlug: report.packageSlug } : {}),
    },
  });
  return (await records.listByReportOrCandidate(report.id, null)).find(({ reportId }) => reportId === report.id);
}
