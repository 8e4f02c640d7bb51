import { isFinal, type Check, type CheckChange } from './check.ts';
import type { Invitation } from './report.ts';

/** What a check must say once its invitation says this; null when it already says all there is to say. */
export function changeFromInvitation(invitation: Invitation, check: Check): CheckChange | null {
  if (check.reportId || isFinal(check.status)) return null;
  // It was deleted to make room for the next one.
  if (check.requestedAction === 'Resend Invitation') return null;
  return endOfInvitation(invitation);
}

/** What a check must say once an invitation was made for it, whatever became of that since. */
export function changeFromOrdered(invitation: Invitation): CheckChange {
  const { id, url, expiresAt } = invitation;
  const invited = { status: 'Invited', invitationId: id, invitationUrl: url, invitationExpiresAt: expiresAt } as const;
  return { ...invited, ...endOfInvitation(invitation) };
}

/** Null while it is open, or was filled in. */
function endOfInvitation({ isDeleted, status, readAt }: Invitation): CheckChange | null {
  if (isDeleted) return { status: 'Canceled', invitationUrl: null, sourceReadAt: readAt };
  if (status === 'expired') return { status: 'Expired', invitationUrl: null, sourceReadAt: readAt };
  return null;
}
