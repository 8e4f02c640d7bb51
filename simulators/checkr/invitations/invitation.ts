import type { WorkLocation } from '../candidates/candidate.ts';
import type { WireObject } from '../wire-object.ts';

/** An invitation as the simulator keeps it. */
export interface Invitation {
  id: string;
  token: string;
  status: 'pending' | 'completed' | 'expired';
  invitation_url: string;
  completed_at: string | null;
  deleted_at: string | null;
  package: string;
  created_at: string;
  expires_at: string;
  tags: string[];
  /** Where the report will say the work is; the invitation itself does not show it. */
  workLocations: WorkLocation[];
  /** `tier|name` of the node it was ordered for and of those above it. */
  segmentStamps: string[];
  isInternational: boolean;
  candidate_id: string;
  report_id: string | null;
  /** Calls off its expiry. */
  callOffExpiry: () => void;
}

/** The invitation as the API shows it, keys in Checkr's order. */
export function invitationJson(invitation: Invitation): WireObject {
  return {
    id: invitation.id,
    status: invitation.status,
    uri: `/v1/invitations/${invitation.id}`,
    invitation_url: invitation.invitation_url,
    completed_at: invitation.completed_at,
    deleted_at: invitation.deleted_at,
    package: invitation.package,
    created_at: invitation.created_at,
    expires_at: invitation.expires_at,
    tags: invitation.tags,
    locale: invitation.isInternational ? 'en' : null,
    archived: false,
    archived_info: {},
    object: 'invitation',
    ...(invitation.isInternational && { metadata: placesOf(invitation) }),
    candidate_id: invitation.candidate_id,
    report_id: invitation.report_id,
  };
}

function placesOf({ workLocations }: Invitation): Record<string, WorkLocation> {
  return Object.fromEntries(workLocations.map((place, index) => [`work_location_${index}`, place]));
}
