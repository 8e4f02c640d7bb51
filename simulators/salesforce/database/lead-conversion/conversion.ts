import type { SaveError } from '../../save-model.ts';

/** What one lead becomes; left out, account and contact are new and belong to the lead's owner. */
export interface LeadConversion {
  leadId: string;
  convertedStatus: string;
  accountId?: string | undefined;
  contactId?: string | undefined;
  ownerId?: string | undefined;
  /** Has to be true: there are no opportunities here. */
  doNotCreateOpportunity: boolean;
}

/** What became of it; with errors nothing did. */
export interface ConversionResult {
  leadId: string;
  accountId: string | null;
  contactId: string | null;
  errors: SaveError[];
}
