import type { Check } from '../domain/check.ts';
import { Failure } from '../domain/failure.ts';
import type { VendorEvent } from '../domain/vendor-event.ts';
import { note, type AuditDeps } from './note-event.ts';

/** Keeps the ids of an event no check knows, for the hour one does (see match-parked.ts). */
export async function park(
  deps: AuditDeps,
  event: VendorEvent,
  { checks, parentId }: { checks: Check[]; parentId: string },
): Promise<'unknown'> {
  refuseWhileBeingOrdered(checks);
  const parked = { outcome: 'Parked', reason: 'No check here has this id.', checkId: null, parentId } as const;
  if (!event.wasParked) await note(deps, event, parked);
  return 'unknown';
}

/** While an action on that candidate is still being written down, its ids are a moment away: try again then. */
export function refuseWhileBeingOrdered(checks: Check[]): void {
  const isBeingOrdered = checks.some(({ requestedAction }) => requestedAction !== null);
  if (isBeingOrdered) throw new Failure('unavailable', 'order-still-being-written');
}
