import { connectionKey, type ConnectionProfile } from '../domain/connection.ts';
import type { AtsCallbacks } from '../domain/ats-ports.ts';

const PER_RUN = 200;

/** Finds results that are due to be told, the longest waiting first, and has them told. Gives how many. */
export async function requeueCallbacks(deps: {
  connection: ConnectionProfile;
  callbacks: Pick<AtsCallbacks, 'listDue'>;
  tell(checkIds: string[]): Promise<void>;
  /** Unix milliseconds. */
  now(): number;
}): Promise<number> {
  const key = connectionKey(deps.connection);
  const due = await deps.callbacks.listDue({ connectionKey: key, now: deps.now(), limit: PER_RUN });
  if (due.length > 0) await deps.tell(due);
  return due.length;
}
