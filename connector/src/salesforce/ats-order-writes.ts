import type { NewAtsOrder } from '../domain/ats-ports.ts';
import type { Subrequest } from './composite.ts';
import { ATS_ORDER_FIELDS } from './ats-names.ts';
import { CHECK, PACKAGE_SLUG } from './names.ts';

/** What an order becomes: a Lead where nobody is known yet, and its check. */
export function atsOrderWrites(order: NewAtsOrder, ownerId: string): Subrequest[] {
  const { person } = order;
  if (!('applicant' in person)) return [checkWrite(order, ownerId, personFields(person))];
  const { applicant, company } = person;
  const lead = {
    ...{ FirstName: applicant.firstName, LastName: applicant.lastName, Email: applicant.email, Phone: applicant.phone },
    ...{ Street: applicant.street, City: applicant.city, State: applicant.state, PostalCode: applicant.postalCode },
    ...{ Company: company, OwnerId: ownerId },
  };
  return [
    { name: 'lead', method: 'POST', path: '/sobjects/Lead', body: lead },
    checkWrite(order, ownerId, { Lead__c: '@{lead.id}' }),
  ];
}

function personFields(person: { contactId: string } | { leadId: string }): object {
  return 'contactId' in person ? { Contact__c: person.contactId } : { Lead__c: person.leadId };
}

function checkWrite(order: NewAtsOrder, ownerId: string, person: object): Subrequest {
  const body = {
    ...person,
    Source__c: 'ATS',
    Package__r: { [PACKAGE_SLUG]: order.packageSlug },
    Add_Ons__c: order.addOnSlugs.join(';') || null,
    OwnerId: ownerId,
    Requested_By__c: ownerId,
    Connection_Key__c: order.connectionKey,
    [ATS_ORDER_FIELDS.key]: order.key,
    [ATS_ORDER_FIELDS.hash]: order.hash,
    [ATS_ORDER_FIELDS.accountId]: order.accountId,
    [ATS_ORDER_FIELDS.backgroundCheckId]: order.backgroundCheckId,
    [ATS_ORDER_FIELDS.webhookUrl]: order.webhookUrl,
  };
  return { name: 'check', method: 'POST', path: `/sobjects/${CHECK}`, body };
}
