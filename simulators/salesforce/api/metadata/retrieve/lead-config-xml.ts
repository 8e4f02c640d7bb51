import type { OrgSettings } from '../../../org-settings.ts';

/** The lead settings of an org as the Metadata API gives them; of the others the values every new org has. */
export function leadConfigXml({ requiresValidationForConvertedLeads }: OrgSettings): string {
  const values: [string, boolean][] = [
    ['doesEnableLeadConvertDefaultSubjectBlankTaskCreation', false],
    ['doesHideOpportunityInConvertLeadWindow', false],
    ['doesPreserveLeadStatus', false],
    ['doesSelectNoOpportunityOnConvertLead', false],
    ['doesTrackHistory', true],
    ['enableConversionsOnMobile', false],
    ['enableOrgWideMergeAndDelete', false],
    ['shouldLeadConvertRequireValidation', requiresValidationForConvertedLeads],
  ];
  const lines = values.map(([name, value]) => `    <${name}>${value}</${name}>`).join('\n');
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  return `${head}\n<LeadConfigSettings xmlns="http://soap.sforce.com/2006/04/metadata">\n${lines}\n</LeadConfigSettings>\n`;
}
