import { connectionKey, type ConnectionProfile } from '../domain/connection.ts';
import type { AtsCallbacks } from '../domain/ats-ports.ts';
import type { Place } from './match-parked.ts';

const PER_RUN = 200;

/**
 * Finds results that are due to be told, and has them told. Gives how many. It goes on where the last run stopped: what
 * stays due whatever is done about it must not hide those behind it.
 */
export async function requeueCallbacks(deps: {
  connection: ConnectionProfile;
  callbacks: Pick<AtsCallbacks, 'listDue'>;
  /** Where the last run stopped; forgetting it only means to begin again. */
  callbacksCursor: Place;
  tell(checkIds: string[]): Promise<void>;
  /** Unix milliseconds. */
  now(): number;
}): Promise<number> {
  const { callbacks, callbacksCursor: cursor } = deps;
  const span = { connectionKey: connectionKey(deps.connection), now: deps.now(), limit: PER_RUN };
  const due = await callbacks.listDue({ ...span, afterId: await cursor.get() });
  if (due.length > 0) await deps.tell(due);
  await cursor.set(due.length < PER_RUN ? '' : (due.at(-1) ?? ''));
  return due.length;
}
