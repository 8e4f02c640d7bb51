import { changeFromAdverseAction } from '../domain/adverse-action.ts';
import type { Check, CheckChange } from '../domain/check.ts';
import type { Checkr } from '../domain/checkr-port.ts';

/**
 * What the check's adverse action says now; nothing where there is none, or while a reviewer's request about it is under
 * way. Checkr tells a dispute, and its end, of the report alone: what they do to the adverse action has to be read.
 */
export async function followAdverseAction(
  checkr: Pick<Checkr, 'getAdverseAction'>,
  { adverseActionId, requestedAction }: Check,
): Promise<CheckChange> {
  if (!adverseActionId || requestedAction !== null) return {};
  return changeFromAdverseAction(await checkr.getAdverseAction(adverseActionId));
}
