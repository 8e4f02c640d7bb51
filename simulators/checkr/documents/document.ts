/** Kinds of documents a candidate can have uploaded. */
export const DOCUMENT_TYPES = [
  ...['alien_id', 'citizenship_certificate', 'consent', 'credit_report_consent_form', 'degree', 'diploma'],
  ...['driver_license', 'driver_license_back', 'driver_license_history', 'education_certificate', 'education_proof'],
  ...['electronic_consent_form', 'employment_proof', 'government_id', 'international_consent_form', 'military_id'],
  ...['national_id', 'national_id_back', 'passport', 'passport_signature_page', 'paystub', 'previous_driver_license'],
  ...['professional_license_certification_image', 'selfie', 'ssn_card', 'state_id_card', 'state_id_card_back'],
  ...['student_id', 'tax_form1099', 'tax_form_schedule_c', 'tax_form_w2', 'taxpayer_id', 'transcript'],
];

/** A document of a candidate as the simulator keeps it. */
export interface Document {
  id: string;
  type: string;
  created_at: string;
  filesize: number;
  filename: string;
  content_type: string;
  candidate_id: string;
  content: ArrayBuffer;
  /** The secrets of links to it, with the moment each was given out. */
  links: Map<string, string>;
}
