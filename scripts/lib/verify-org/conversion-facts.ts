import { open, verdict, type Fact } from './facts.ts';
import { once } from './once.ts';
import { CHECK, memberOf, query, type World } from './world.ts';

/** What the product believes of Leads that are converted, and of the Contacts they become. */
export const conversionFacts: Fact[] = [
  {
    id: 'sf-conversion-carries-checks',
    about: 'Salesforce',
    statement: 'A conversion through the API runs our flow on the Lead: its checks belong to the new Contact.',
    look: seen(({ contactId, contactOfCheck }) =>
      verdict(contactOfCheck === contactId, contactOfCheck ?? 'no Contact'),
    ),
  },
  {
    id: 'sf-converted-contact-in-rule',
    about: 'Salesforce',
    statement:
      'In a validation rule Lead__r.ConvertedContactId differs from a Contact while it is blank: a check takes no Contact but the one its Lead became.',
    look: seen(({ strangerBefore, strangerAfter }) =>
      verdict(
        [strangerBefore, strangerAfter].every(isRefusedByRule),
        `before ${strangerBefore}, after ${strangerAfter}`,
      ),
    ),
  },
  {
    id: 'sf-converted-lead-read-only',
    about: 'Salesforce',
    statement: 'A converted Lead cannot be written: CANNOT_UPDATE_CONVERTED_LEAD.',
    look: seen(({ leadWrite }) => verdict(leadWrite === 'CANNOT_UPDATE_CONVERTED_LEAD', leadWrite)),
  },
  {
    id: 'sf-contact-deleted',
    about: 'Salesforce',
    statement:
      'After the Contact of a converted Lead is deleted its check can still be saved, whatever ConvertedContactId says then.',
    look: seen(({ savedAfter, convertedContactAfter }) =>
      verdict(savedAfter < 300, `saved: ${savedAfter}, ConvertedContactId ${convertedContactAfter}`),
    ),
  },
];

const isRefusedByRule = (code: string) => code === 'FIELD_CUSTOM_VALIDATION_EXCEPTION';

interface Converted {
  contactId: string;
  contactOfCheck: string | null;
  /** Error codes of giving the check to a Contact that is somebody else, before and after the conversion. */
  strangerBefore: string;
  strangerAfter: string;
  leadWrite: string;
  /** Status of saving the check once the Contact is gone. */
  savedAfter: number;
  convertedContactAfter: string;
}

const convertOnce = once(convert);

function seen(judge: (converted: Converted) => ReturnType<typeof verdict>): Fact['look'] {
  return async (world) => {
    const converted = await convertOnce(world);
    return typeof converted === 'string' ? open(converted) : judge(converted);
  };
}

/** Converts a Lead with a check of another vendor, of whom nothing is ordered. A text says why that was not possible. */
async function convert({ org, convertLead }: World): Promise<Converted | string> {
  const create = async (object: string, body: object) =>
    String(memberOf((await org('POST', `/sobjects/${object}`, { body })).body, 'id'));
  const change = async (path: string, body: object) => {
    const answer = await org('PATCH', path, { body });
    return { status: answer.status, code: String(memberOf(answer.body, 0, 'errorCode') ?? answer.status) };
  };
  const name = { LastName: 'Verification', Email: `verify-${Date.now()}@example.com` };
  const leadId = await create('Lead', { ...name, Company: 'Verification' });
  const vendor = { Vendor__c: 'Verification', External_Id__c: `Verification:${Date.now()}`, Source__c: 'API' };
  const check = `/sobjects/${CHECK}/${await create(CHECK, { ...vendor, Lead__c: leadId })}`;
  const stranger = await create('Contact', { LastName: 'Stranger' });
  const strangerBefore = (await change(check, { Contact__c: stranger })).code;
  const statuses = await org('GET', query('SELECT MasterLabel FROM LeadStatus WHERE IsConverted = true'));
  const status = String(memberOf(statuses.body, 'records', 0, 'MasterLabel') ?? 'Closed - Converted');
  const { contactId, accountId, error } = await convertLead(leadId, status);
  if (!contactId) return `the Lead was not converted: ${error}`;
  const contactOfCheck = memberOf((await org('GET', `${check}?fields=Contact__c`)).body, 'Contact__c') as string | null;
  const leadWrite = (await change(`/sobjects/Lead/${leadId}`, { Title: 'Written' })).code;
  await org('DELETE', `/sobjects/Contact/${contactId}`);
  const lead = await org('GET', `/sobjects/Lead/${leadId}?fields=ConvertedContactId`);
  const kept = memberOf(lead.body, 'ConvertedContactId');
  const strangerAfter = (await change(check, { Contact__c: stranger })).code;
  const savedAfter = (await change(check, { Requested_Action__c: 'Cancel' })).status;
  for (const path of [`Contact/${stranger}`, `Lead/${leadId}`, `Account/${accountId}`])
    await org('DELETE', `/sobjects/${path}`);
  return {
    ...{ contactId, contactOfCheck, strangerBefore, strangerAfter, leadWrite, savedAfter },
    convertedContactAfter: kept ? 'stays' : 'is emptied',
  };
}
