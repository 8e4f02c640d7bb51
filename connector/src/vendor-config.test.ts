import { expect, test } from 'vitest';
import { sharedByVendors, vendorsOf } from './vendor-config.ts';

const SECRET = 'a-secret-of-some-length-1';

test('without variables there is no vendor; a single one needs no prefix', () => {
  expect(vendorsOf({})).toEqual({ vendors: [], faults: [] });
  expect(vendorsOf({ VENDOR_NAME: 'Acme Screening', VENDOR_SECRETS: SECRET }).vendors).toEqual([
    {
      ...{ path: 'acme-screening', name: 'Acme Screening', secrets: [SECRET], format: 'neutral' },
      signatureHeader: 'x-webhook-signature',
    },
  ]);
});

test('several have their names before their variables, and faults carry them', () => {
  const { vendors, faults } = vendorsOf({
    ...{ VENDORS: 'acme,globex', ACME_VENDOR_NAME: 'Acme', ACME_VENDOR_SECRETS: `${SECRET}, ${SECRET}-old` },
    ...{ GLOBEX_VENDOR_NAME: 'checkr', GLOBEX_VENDOR_SECRETS: 'short' },
  });
  expect(vendors).toMatchObject([{ path: 'acme', secrets: [SECRET, `${SECRET}-old`] }]);
  expect(faults.join('\n')).toMatch(/GLOBEX_VENDOR_NAME: Checkr has a door of its own[^]*GLOBEX_VENDOR_SECRETS/);
});

test('one address or one secret for two vendors is refused', () => {
  const [acme] = vendorsOf({ VENDOR_NAME: 'Acme', VENDOR_SECRETS: SECRET }).vendors;
  if (!acme) throw new Error('no vendor');
  expect(sharedByVendors([acme, acme])).toHaveLength(2);
  expect(sharedByVendors([acme, { ...acme, path: 'other', secrets: [`${SECRET}-2`] }])).toEqual([]);
});
