import type { WireObject } from '../wire-object.ts';
/** A place of work as it is ordered with. */
export interface WorkLocation {
  country?: string | undefined;
  state?: string | undefined;
  city?: string | undefined;
}

/** The fields of a candidate that the account writes; null where nothing was given, `ssn` in full. */
export interface CandidateFields {
  first_name: string | null;
  last_name: string | null;
  middle_name: string | null;
  mother_maiden_name: string | null;
  dob: string | null;
  ssn: string | null;
  email: string | null;
  zipcode: string | null;
  phone: string | null;
  driver_license_state: string | null;
  driver_license_number: string | null;
  copy_requested: boolean;
  previous_driver_license_state: string | null;
  previous_driver_license_number: string | null;
  custom_id: string | null;
  no_middle_name: boolean;
  metadata: Record<string, string>;
}

/** A candidate as the simulator keeps it. */
export interface Candidate extends CandidateFields {
  id: string;
  created_at: string;
  updated_at: string;
  /** What was decided on the newest report. */
  adjudication: 'engaged' | 'pre_adverse_action' | 'post_adverse_action' | null;
  report_ids: string[];
  /** Works outside the US: has a longer id and is in no list. */
  isInternational: boolean;
}

/** The candidate as the API shows it, keys in Checkr's order, the SSN masked. */
export function candidateJson(candidate: Candidate): WireObject {
  return {
    id: candidate.id,
    uri: `/v1/candidates/${candidate.id}`,
    created_at: candidate.created_at,
    first_name: candidate.first_name,
    last_name: candidate.last_name,
    middle_name: candidate.middle_name,
    mother_maiden_name: candidate.mother_maiden_name,
    dob: candidate.dob,
    ssn: maskedSsn(candidate.ssn),
    email: candidate.email,
    zipcode: candidate.zipcode,
    phone: candidate.phone,
    driver_license_state: candidate.driver_license_state,
    driver_license_number: candidate.driver_license_number,
    copy_requested: candidate.copy_requested,
    previous_driver_license_state: candidate.previous_driver_license_state,
    previous_driver_license_number: candidate.previous_driver_license_number,
    adjudication: candidate.adjudication,
    custom_id: candidate.custom_id,
    no_middle_name: candidate.no_middle_name,
    updated_at: candidate.updated_at,
    locale: candidate.isInternational ? 'en' : null,
    object: 'candidate',
    report_ids: candidate.report_ids,
    geo_ids: [],
    ...(Object.keys(candidate.metadata).length > 0 && { metadata: candidate.metadata }),
  };
}

/** An SSN as Checkr shows it: the last four digits only. */
export function maskedSsn(ssn: string | null): string | null {
  return ssn && `XXX-XX-${ssn.slice(-4)}`;
}
