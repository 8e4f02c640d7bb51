import type { Check } from '../domain/check.ts';
import { connectionKey, type ConnectionProfile } from '../domain/connection.ts';
import type { CheckRecords, Checkr } from '../domain/ports.ts';
import type { Report } from '../domain/report.ts';
import { changeFromReport } from '../domain/report-outcome.ts';

interface CreateUnorderedDeps {
  connection: ConnectionProfile;
  checkr: Pick<Checkr, 'reportUrl'>;
  records: Pick<CheckRecords, 'createUnordered'>;
}

/** Makes a check of its own of a report nobody here ordered, about the person of a check we know. */
export async function createUnordered(deps: CreateUnorderedDeps, report: Report, known: Check): Promise<void> {
  const { connection, checkr, records } = deps;
  await records.createUnordered({
    leadId: known.leadId,
    contactId: known.contactId,
    source: report.source === 'continuous_check' ? 'Continuous' : 'Dashboard',
    change: {
      ...changeFromReport(report, { status: 'Requested' }, connection),
      reportId: report.id,
      reportUrl: checkr.reportUrl(report.id),
      candidateId: report.candidateId,
      connectionKey: connectionKey(connection),
      ...(report.packageSlug ? { packageSlug: report.packageSlug } : {}),
    },
  });
}
