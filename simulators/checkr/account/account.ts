import { newId } from '../ids.ts';
import { SCREENING_TYPES } from '../screenings/screening-types.ts';

/** The one account the simulator serves, in Checkr's names. */
export interface Account {
  id: string;
  object: 'account';
  uri: string;
  name: string;
  uri_name: string;
  created_at: string;
  purpose: 'employment';
  authorized: boolean;
  api_authorized: boolean;
  segmentation_enabled: boolean;
  geos_required: boolean;
  available_screenings: string[];
  default_compliance_city: string | null;
  default_compliance_state: string | null;
  adverse_action_email: string;
  billing_email: string;
  compliance_contact_email: string;
  support_email: string | null;
  support_phone: string | null;
  technical_contact_email: string;
}

/** An account that may order, without nodes and geos. */
export function createAccount(uriName: string, createdAt: string): Account {
  const id = newId();
  return {
    id,
    object: 'account',
    uri: `/v1/accounts/${id}`,
    name: uriName,
    uri_name: uriName,
    created_at: createdAt,
    purpose: 'employment',
    authorized: true,
    api_authorized: true,
    segmentation_enabled: false,
    geos_required: false,
    available_screenings: Object.keys(SCREENING_TYPES).sort(),
    default_compliance_city: null,
    default_compliance_state: null,
    adverse_action_email: 'adverse-action@example.com',
    billing_email: 'billing@example.com',
    compliance_contact_email: 'compliance@example.com',
    support_email: null,
    support_phone: null,
    technical_contact_email: 'technical@example.com',
  };
}
