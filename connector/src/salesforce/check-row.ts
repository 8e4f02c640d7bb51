import { z } from 'zod';
import { CHECK_ADJUDICATIONS, CHECK_RESULTS, CHECK_STATUSES, REQUESTED_ACTIONS, type Check } from '../domain/check.ts';
import type { Person } from '../domain/person.ts';
import { CHECK, CHECK_COLUMNS } from './names.ts';
import { CONTACT_COLUMNS, DIRECT_CONTACT_COLUMNS, DIRECT_LEAD_COLUMNS, LEAD_COLUMNS } from './person-columns.ts';

const text = z.string().nullish();
const directColumns = {
  Middle_Name__c: text,
  No_Middle_Name__c: z.boolean().nullish(),
  SSN__c: text,
  Background_Check_Consent_At__c: text,
  Background_Check_Consent_Document__c: text,
};
const nameColumns = { Id: z.string(), FirstName: text, LastName: text, Email: text, Phone: text };

const leadSchema = z.object({
  ...nameColumns,
  City: text,
  State: text,
  PostalCode: text,
  Country: text,
  ...directColumns,
  Birthdate__c: text,
});
const contactSchema = z.object({
  ...nameColumns,
  MailingCity: text,
  MailingState: text,
  MailingPostalCode: text,
  MailingCountry: text,
  ...directColumns,
  Birthdate: text,
});

/** A row of the query below. */
export const checkRowSchema = z.object({
  Id: z.string(),
  Status__c: z.enum(CHECK_STATUSES),
  Requested_Action__c: z.enum(REQUESTED_ACTIONS).nullish(),
  Operation__c: z.number().nullish(),
  Operation_Started_At__c: text,
  Connection_Key__c: text,
  Vendor__c: text,
  External_Id__c: text,
  Package__r: z.object({ Slug__c: text }).nullish(),
  Upgrade_Package__r: z.object({ Slug__c: text }).nullish(),
  Checkr_Candidate_Id__c: text,
  Checkr_Invitation_Id__c: text,
  Checkr_Report_Id__c: text,
  Add_Ons__c: text,
  Result__c: z.enum(CHECK_RESULTS).nullish(),
  Adjudication__c: z.enum(CHECK_ADJUDICATIONS).nullish(),
  Source_Read_At__c: z.number().nullish(),
  Report_Changed_At__c: z.number().nullish(),
  Vendor_Revision__c: z.number().nullish(),
  Review_Decision__c: z.enum(REQUESTED_ACTIONS).nullish(),
  Reviewed_Revision__c: z.number().nullish(),
  Adverse_Action_Id__c: text,
  Adverse_Action_Post_Notice_At__c: text,
  Lead__c: text,
  Contact__c: text,
  ATS_Account_Id__c: text,
  Error_Help__c: text,
  Lead__r: leadSchema.nullish(),
  Contact__r: contactSchema.nullish(),
});

/** `none`: leave the person out; `direct`: with what a report without an invitation needs. */
export type PersonColumns = 'none' | 'invitation' | 'direct';

/** The query for checks, up to its WHERE. */
export function selectChecks(person: PersonColumns): string {
  const lead = [...LEAD_COLUMNS, ...(person === 'direct' ? DIRECT_LEAD_COLUMNS : [])].map((name) => `Lead__r.${name}`);
  const contact = [...CONTACT_COLUMNS, ...(person === 'direct' ? DIRECT_CONTACT_COLUMNS : [])].map(
    (name) => `Contact__r.${name}`,
  );
  const columns = person === 'none' ? CHECK_COLUMNS : [...CHECK_COLUMNS, ...lead, ...contact];
  return `SELECT ${columns.join(', ')} FROM ${CHECK}`;
}

/** The check a row speaks of. A converted Lead keeps its lookup, so the Contact comes first. */
export function checkFromRow(row: z.infer<typeof checkRowSchema>): Check {
  return {
    id: row.Id,
    status: row.Status__c,
    requestedAction: row.Requested_Action__c ?? null,
    operation: row.Operation__c ?? 1,
    operationStartedAt: row.Operation_Started_At__c ? Date.parse(row.Operation_Started_At__c) : null,
    connectionKey: row.Connection_Key__c ?? null,
    vendor: row.Vendor__c ?? 'Checkr',
    externalId: row.External_Id__c ?? null,
    packageSlug: row.Package__r?.Slug__c ?? null,
    upgradePackageSlug: row.Upgrade_Package__r?.Slug__c ?? null,
    candidateId: row.Checkr_Candidate_Id__c ?? null,
    invitationId: row.Checkr_Invitation_Id__c ?? null,
    reportId: row.Checkr_Report_Id__c ?? null,
    result: row.Result__c ?? null,
    adjudication: row.Adjudication__c ?? null,
    sourceReadAt: row.Source_Read_At__c ?? null,
    reportChangedAt: row.Report_Changed_At__c ?? null,
    vendorRevision: row.Vendor_Revision__c ?? 0,
    reviewDecision: row.Review_Decision__c ?? null,
    reviewedRevision: row.Reviewed_Revision__c ?? null,
    adverseActionId: row.Adverse_Action_Id__c ?? null,
    adverseActionPostNoticeAt: isoOf(row.Adverse_Action_Post_Notice_At__c),
    addOns: addOnsOf(row.Add_Ons__c),
    leadId: row.Lead__c ?? null,
    contactId: row.Contact__c ?? null,
    person: personFromRow(row),
    atsAccountId: row.ATS_Account_Id__c ?? null,
    errorHelp: row.Error_Help__c ?? null,
  };
}

/** Loaded rows may have blanks around the semicolons; no slug has any. */
function addOnsOf(text: string | null | undefined): string[] {
  return (text ?? '').replaceAll(/\s/g, '').split(';').filter(Boolean);
}

/** Salesforce writes `+0000`, which Checkr does not read. */
function isoOf(dateTime: string | null | undefined): string | null {
  return dateTime ? new Date(dateTime).toISOString() : null;
}

function personFromRow({ Contact__r: contact, Lead__r: lead }: z.infer<typeof checkRowSchema>): Person | null {
  if (contact) {
    return {
      ...nameOf(contact),
      city: contact.MailingCity ?? null,
      state: contact.MailingState ?? null,
      postalCode: contact.MailingPostalCode ?? null,
      country: contact.MailingCountry ?? null,
      direct: directAnswersOf(contact, contact.Birthdate),
    };
  }
  if (!lead) return null;
  return {
    ...nameOf(lead),
    city: lead.City ?? null,
    state: lead.State ?? null,
    postalCode: lead.PostalCode ?? null,
    country: lead.Country ?? null,
    direct: directAnswersOf(lead, lead.Birthdate__c),
  };
}

type NameColumns = Pick<z.infer<typeof leadSchema>, 'Id' | 'FirstName' | 'LastName' | 'Email' | 'Phone'>;

function nameOf(row: NameColumns) {
  return {
    id: row.Id,
    firstName: row.FirstName ?? null,
    lastName: row.LastName ?? null,
    email: row.Email ?? null,
    phone: row.Phone ?? null,
  };
}

type DirectColumns = Pick<z.infer<typeof leadSchema>, keyof typeof directColumns>;

/** The checkbox is never absent where it was asked for. */
function directAnswersOf(row: DirectColumns, birthDate: string | null | undefined): Person['direct'] {
  if (typeof row.No_Middle_Name__c !== 'boolean') return null;
  return {
    middleName: row.Middle_Name__c ?? null,
    hasNoMiddleName: row.No_Middle_Name__c,
    birthDate: birthDate ?? null,
    ssn: row.SSN__c ?? null,
    consentAt: row.Background_Check_Consent_At__c ?? null,
    consentDocument: row.Background_Check_Consent_Document__c ?? null,
  };
}
