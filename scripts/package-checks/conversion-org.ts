import { packageOrg, type FlowCoverage } from './package-org.ts';

const CHECK = 'Background_Check__c';

/** The org of `packageOrg`, with the words for people who are converted and merged. */
export function conversionOrg(coverage: FlowCoverage) {
  const org = packageOrg(coverage);
  const convert = (leadId: string) => {
    const order = { leadId, convertedStatus: 'Closed - Converted', doNotCreateOpportunity: true };
    const { contactId, errors } = org.org.convertLeadAs(org.user('admin'), order);
    return { contact: String(contactId), refusal: errors[0]?.message ?? null };
  };
  const convertInto = (leadId: string, contactId: string) => {
    const accountId = String(org.row('Contact', contactId)?.['AccountId'] ?? '');
    const order = { leadId, contactId, accountId, convertedStatus: 'Closed - Converted', doNotCreateOpportunity: true };
    return org.org.convertLeadAs(org.user('admin'), order).errors[0]?.message ?? null;
  };
  const newContact = () => {
    const account = org.insert('admin', 'Account', { Name: 'Volunteers' }).id;
    return org.insert('admin', 'Contact', { LastName: 'Sample', Email: 'sample@example.com', AccountId: account }).id;
  };
  const newPackage = (slug: string) =>
    org.insert('admin', 'Background_Check_Package__c', { Name: slug, Slug__c: slug }).id;
  /** What merging two records does to the checks of the one that goes, and deleting one (`null` stays): no flow or rule runs. */
  const mergeInto = (lookup: 'Lead__c' | 'Contact__c', stays: string | null, goes: string) => {
    const { store } = org.org.database;
    const checks = store.rows(CHECK).filter((row) => row[lookup] === goes);
    checks.forEach((row) => store.put(CHECK, { ...row, [lookup]: stays }));
    store.commit();
  };
  return { ...org, convert, convertInto, newContact, newPackage, mergeInto };
}
