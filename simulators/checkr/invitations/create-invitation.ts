import { z } from 'zod';
import { isInUs, workLocations } from '../candidates/candidate-body.ts';
import { getOrderedCandidate } from '../candidates/get-ordered-candidate.ts';
import { ApiError } from '../http/api-error.ts';
import { newId, newToken } from '../ids.ts';
import { getPackage } from '../packages/get-package.ts';
import type { Parts } from '../parts.ts';
import { stampOf } from '../time/timeline.ts';
import { invitationJson } from './invitation.ts';
import type { Invitation } from './invitation.ts';
import { invitationExpiry } from './invitation-expiry.ts';

/** What POST /invitations takes. */
export const invitationBody = z.strictObject({
  package: z.string().min(1),
  candidate_id: z.string().min(1),
  work_locations: workLocations.optional(),
  tags: z.array(z.string()).optional(),
});

/** Invites a candidate and starts the clock of the invitation. @throws ApiError 400, 403, 404 */
export function createInvitation(parts: Parts, body: z.infer<typeof invitationBody>): Invitation {
  const { store, timeline } = parts;
  const candidate = getOrderedCandidate(store, body.candidate_id);
  const ordered = getPackage(store, body.package);
  if (candidate.isInternational || !(body.work_locations ?? []).every(isInUs)) {
    throw new ApiError(400, 'This simulator has no international packages');
  }
  const now = timeline.now();
  const expiry = invitationExpiry(now);
  const token = newToken();
  const invitation: Invitation = {
    id: newId(),
    token,
    status: 'pending',
    invitation_url: `${parts.publicUrl()}/invite/${store.account.uri_name}/${token}`,
    completed_at: null,
    deleted_at: null,
    package: ordered.slug,
    created_at: stampOf(now),
    expires_at: stampOf(expiry),
    tags: body.tags ?? [],
    workLocations: body.work_locations ?? [],
    candidate_id: candidate.id,
    report_id: null,
    callOffExpiry: timeline.after((expiry.getTime() - now.getTime()) / 1000, () => expireInvitation(parts, invitation)),
  };
  store.invitations.set(invitation.id, invitation);
  parts.publish('invitation.created', invitationJson(invitation));
  return invitation;
}

/** Ends an invitation nobody answered. */
export function expireInvitation({ publish }: Parts, invitation: Invitation): void {
  if (invitation.status !== 'pending' || invitation.deleted_at) return;
  invitation.callOffExpiry();
  invitation.status = 'expired';
  publish('invitation.expired', invitationJson(invitation));
}

/** Cancels an invitation; its status stays what it was. @throws ApiError 400 unless it is pending. */
export function cancelInvitation({ publish, timeline }: Parts, invitation: Invitation): void {
  if (invitation.status !== 'pending') {
    throw new ApiError(400, `Invitation can not be canceled because it is ${invitation.status}`);
  }
  invitation.callOffExpiry();
  invitation.deleted_at = timeline.stamp();
  publish('invitation.deleted', invitationJson(invitation));
}
