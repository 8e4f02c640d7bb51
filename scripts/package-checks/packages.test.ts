import { afterEach, expect, test } from 'vitest';
import { packageOrg } from './package-org.ts';

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

const PACKAGE = 'Background_Check_Package__c';

test.each([true, false])(
  'an admin of the group keeps a package the connector brought, active: %s; staff read it',
  (isActive) => {
    const { stop, insert, update, assign, join } = packageOrg();
    stops.push(stop);
    const { id } = insert('connector', PACKAGE, { Name: 'Pro', Slug__c: 'pro', Active__c: isActive });
    const keep = (name: 'noaccess' | 'requester' | 'reviewer') =>
      update(name, PACKAGE, { Id: id, Validity_Months__c: 12, Price__c: 55, Price_Currency__c: 'USD' });
    expect(keep('requester')).not.toBeNull();
    expect(keep('reviewer')).not.toBeNull();
    assign('noaccess', 'Background_Check_Admin');
    expect(keep('noaccess')).toMatch(/insufficient access/);
    join('noaccess', 'Background_Check_Admins');
    expect(keep('noaccess')).toBeNull();
  },
);
