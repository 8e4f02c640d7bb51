import { isFinal, type Check, type CheckChange } from './check.ts';
import type { Invitation } from './report.ts';

/** What a check must say once its invitation says this; null when it already says all there is to say. */
export function changeFromInvitation(invitation: Invitation, check: Check): CheckChange | null {
  if (check.reportId || isFinal(check.status)) return null;
  // It was deleted to make room for the next one.
  if (check.requestedAction === 'Resend Invitation') return null;
  const sourceReadAt = invitation.readAt;
  if (invitation.isDeleted) return { status: 'Canceled', invitationUrl: null, sourceReadAt };
  if (invitation.status === 'expired') return { status: 'Expired', invitationUrl: null, sourceReadAt };
  return null;
}
