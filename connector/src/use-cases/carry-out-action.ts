import type { Check, RequestedAction } from '../domain/check.ts';
import { connectionKey } from '../domain/connection.ts';
import { Failure, isFailure } from '../domain/failure.ts';
import type { ActionDeps } from './action-deps.ts';
import { cancelAdverseAction, initiateAdverseAction } from './adverse-action.ts';
import { cancelCheck } from './cancel-check.ts';
import { finalizeClear } from './finalize-clear.ts';
import { keepingAdverseItems } from './keep-adverse-items.ts';
import { placeOrder } from './place-order.ts';
import { recordAction } from './record-action.ts';
import { resendInvitation } from './resend-invitation.ts';
import { sayWhyItWaits } from './say-why-it-waits.ts';
import { upgradeCheck } from './upgrade-check.ts';

/** What became of an action; for the log. */
export type ActionOutcome = 'done' | 'refused' | 'nothing-to-do' | 'quarantined';

type Action = (deps: ActionDeps, check: Check) => Promise<'done' | 'refused'>;

const ACTIONS: Record<RequestedAction, Action> = {
  Order: placeOrder,
  Resume: placeOrder,
  'Resend Invitation': resendInvitation,
  Cancel: cancelCheck,
  'Finalize Clear': finalizeClear,
  'Initiate Adverse Action': initiateAdverseAction,
  'Cancel Adverse Action': cancelAdverseAction,
  Upgrade: upgradeCheck,
};

/**
 * Carries out what the record asks for now, whatever the message that led here said: an outbound message is only a hint.
 * Run again after any death it goes on where it stopped; Checkr answers a repeated step with what the first try made.
 */
export async function carryOutAction(deps: ActionDeps, { checkId }: { checkId: string }): Promise<ActionOutcome> {
  return deps.lock.hold(checkId, async () => {
    const check = await deps.records.findById(checkId);
    if (!check?.requestedAction) return 'nothing-to-do';
    if (check.connectionKey && check.connectionKey !== connectionKey(deps.connection)) return 'quarantined';
    const carryOut = check.vendor === 'Checkr' ? ACTIONS[check.requestedAction] : recordAction;
    const records = check.vendor === 'Checkr' ? keepingAdverseItems(deps, check) : deps.records;
    return carryOut({ ...deps, records }, check).catch((error: unknown) => waitOrAgain(deps, check, error));
  });
}

async function waitOrAgain(deps: ActionDeps, check: Check, error: unknown): Promise<never> {
  if (isFailure(error, 'unauthorized')) await sayWhyItWaits(deps, check, error);
  return againIfLate(error);
}

/** An event of what we just did overtook us. The record shows it, but not that the action is done: that is for another try. */
function againIfLate(error: unknown): never {
  throw isFailure(error, 'late') ? new Failure('busy', 'overtaken-by-event', { cause: error }) : error;
}
