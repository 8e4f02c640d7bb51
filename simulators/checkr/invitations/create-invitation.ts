import { z } from 'zod';
import { isInUs, workLocations } from '../candidates/candidate-body.ts';
import type { Candidate, WorkLocation } from '../candidates/candidate.ts';
import { getOrderedCandidate } from '../candidates/get-ordered-candidate.ts';
import { ApiError } from '../http/api-error.ts';
import { newId, newInternationalId, newToken } from '../ids.ts';
import { refuseWithoutNode, stampsOfNode } from '../nodes/stamps-of-node.ts';
import { getPackage } from '../packages/get-package.ts';
import { isInternational } from '../packages/ordering-limits.ts';
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
  node: z.string().min(1).optional(),
});

/** Invites a candidate and starts the clock of the invitation. @throws ApiError 400, 403, 404 */
export function createInvitation(parts: Parts, body: z.infer<typeof invitationBody>): Invitation {
  const { store, timeline } = parts;
  const candidate = getOrderedCandidate(store, body.candidate_id);
  const ordered = getPackage(store, body.package);
  const isAbroad = isInternational(ordered);
  refuseWrongCountry(candidate, isAbroad, body);
  refuseWithoutNode(store, body);
  const now = timeline.now();
  const expiry = invitationExpiry(now);
  const token = isAbroad ? newInternationalId() : newToken();
  const invitation: Invitation = {
    id: isAbroad ? newInternationalId() : newId(),
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
    segmentStamps: stampsOfNode(store, body.node),
    isInternational: isAbroad,
    candidate_id: candidate.id,
    report_id: null,
    callOffExpiry: timeline.after((expiry.getTime() - now.getTime()) / 1000, () => expireInvitation(parts, invitation)),
  };
  store.invitations.set(invitation.id, invitation);
  parts.publish('invitation.created', invitationJson(invitation));
  return invitation;
}

/** A package for the US goes with a candidate and a place of work in the US, any other with one abroad. */
function refuseWrongCountry(
  candidate: Candidate,
  isAbroad: boolean,
  { package: slug, work_locations = [] }: { package: string; work_locations?: WorkLocation[] | undefined },
): void {
  const isPlaceRight = work_locations.every((place) => isInUs(place) !== isAbroad);
  if (candidate.isInternational === isAbroad && isPlaceRight) return;
  const [wanted, other] = isAbroad ? ['outside', 'inside'] : ['inside', 'outside'];
  throw new ApiError(400, `Package ${slug} is for work ${wanted} the US, not ${other}`);
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
