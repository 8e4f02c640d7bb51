import type { LeadConversion } from '../../database/lead-conversion/conversion.ts';
import { childrenOf, textOf, type XmlElement } from '../../metadata/xml.ts';

/** The `leadConverts` of a `convertLead` call. */
export function conversionsIn(call: XmlElement): LeadConversion[] {
  return childrenOf(call, 'leadConverts').map((element) => {
    const text = (name: string) => textOf(element, name) || undefined;
    return {
      leadId: text('leadId') ?? '',
      convertedStatus: text('convertedStatus') ?? '',
      accountId: text('accountId'),
      contactId: text('contactId'),
      ownerId: text('ownerId'),
      doNotCreateOpportunity: text('doNotCreateOpportunity') === 'true',
    };
  });
}
