import { adverseActionJson } from '../adverse-actions/adverse-action.ts';
import { candidateJson } from '../candidates/candidate.ts';
import { invitationJson } from '../invitations/invitation.ts';
import type { Parts } from '../parts.ts';
import { reportJson } from '../reports/report.ts';
import type { EventObject } from '../webhooks/publish-event.ts';

/** What the account holds under an id, as events show it now. */
export function knownObject({ store }: Parts, id: string): EventObject | undefined {
  const [candidate, invitation, report] = [store.candidates.get(id), store.invitations.get(id), store.reports.get(id)];
  const action = store.adverseActions.get(id);
  if (candidate) return candidateJson(candidate);
  if (invitation) return invitationJson(invitation);
  if (report) return reportJson(report);
  if (action) return adverseActionJson(action);
  const shown = [...store.verifications.values(), ...store.continuousChecks.values(), ...store.packages, store.account];
  const found = shown.find((one) => one.id === id);
  return found && { ...found };
}
