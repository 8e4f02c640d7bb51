import { expect, test } from 'vitest';
import type { PackageOrg } from '../../testing/package-org.ts';

/** Follow_Lead_Conversion and Note_Converted_Contact. */
export function testConversion(setup: () => PackageOrg): void {
  const requested = () => {
    const org = setup();
    const lead = String(org.person('Lead').id);
    const { id } = org.insert('requester', 'Background_Check__c', { Lead__c: lead });
    const convert = () =>
      org.org.convertLeadAs(org.user('admin'), {
        leadId: lead,
        convertedStatus: 'Closed - Converted',
        doNotCreateOpportunity: true,
      });
    return { ...org, lead, id, convert };
  };

  test('the checks of a converted lead go with the person', () => {
    const { id, convert, row } = requested();
    const { contactId } = convert();
    expect(row('Background_Check__c', id)).toMatchObject({ Contact__c: contactId });
  });

  test('a check the conversion did not reach finds its contact at the next change', () => {
    const { id, convert, row, org, update } = requested();
    const { contactId } = convert();
    const check = org.database.store.get('Background_Check__c', String(id));
    org.database.store.put('Background_Check__c', { ...check, Contact__c: null });
    expect(update('connector', 'Background_Check__c', { Id: id, Requested_Action__c: null }).errors).toEqual([]);
    expect(row('Background_Check__c', id)).toMatchObject({ Contact__c: contactId });
  });

  test('when checks cannot go along, the lead is not converted and the reason is told', () => {
    const { lead, convert, failAt, query, row } = requested();
    failAt('Follow_Lead_Conversion.Carry_Checks_Over');
    expect(JSON.stringify(convert().errors)).toContain('QUERY_TIMEOUT: told to fail');
    expect(row('Lead', lead)).toMatchObject({ IsConverted: false });
    expect(query('SELECT Id FROM Contact')).toEqual([]);
  });
}
