import { isFinal, type Check } from '../domain/check.ts';
import type { CheckRecords } from '../domain/ports.ts';

/** Records that remember which checks of applicant tracking systems became final, or open again, through them. For one job. */
export interface WatchedRecords {
  records: CheckRecords;
  /** Ids of the checks whose system is to be told. */
  toTell(): string[];
}

/** Watches what one job reads and writes; it changes nothing of either. */
export function watchFinalChecks(records: CheckRecords): WatchedRecords {
  const ordered = new Set<string>();
  const ended = new Set<string>();
  const noting = (checks: Check[]): Check[] => {
    for (const { id, atsAccountId } of checks) if (atsAccountId !== null) ordered.add(id);
    return checks;
  };
  return {
    toTell: () => [...ended],
    records: {
      ...records,
      async findById(id) {
        const check = await records.findById(id);
        if (check) noting([check]);
        return check;
      },
      listByReportOrCandidate: async (...query) => noting(await records.listByReportOrCandidate(...query)),
      listByInvitationOrCandidate: async (...query) => noting(await records.listByInvitationOrCandidate(...query)),
      async write(checkId, change, besides) {
        await records.write(checkId, change, besides);
        const isNews = change.reopenReason !== undefined || (change.status !== undefined && isFinal(change.status));
        if (ordered.has(checkId) && isNews) ended.add(checkId);
      },
    },
  };
}
