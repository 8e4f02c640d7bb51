import type { CheckRecords } from '../domain/ports.ts';

/** What became of a job, and the check it was about where it wrote to one: for its line in the log. */
export interface NamedOutcome<T> {
  became: T;
  checkId?: string;
}

/** Does a job on records that remember which check is written or noted; it changes nothing of either. */
export async function namingCheck<T>(
  records: CheckRecords,
  job: (records: CheckRecords) => Promise<T>,
): Promise<NamedOutcome<T>> {
  let checkId: string | null = null;
  const became = await job({
    ...records,
    write(id, change, besides) {
      checkId = id;
      return records.write(id, change, besides);
    },
    note(event) {
      checkId = event.checkId ?? checkId;
      return records.note(event);
    },
  });
  return checkId === null ? { became } : { became, checkId };
}
