/** What an admin switches in Setup and this org goes by. */
export interface OrgSettings {
  /** Setup, Lead Settings: a conversion runs flows and rules of the Lead. */
  requiresValidationForConvertedLeads: boolean;
}

/** As every new org has them. */
export function newOrgSettings(): OrgSettings {
  return { requiresValidationForConvertedLeads: true };
}
