import { z } from 'zod';
import { faultsOf, list, ownVariables, prefixOf, sayingWhatIsUnset, type Variables } from './variables.ts';
import { VENDOR_FORMAT_NAMES, type VendorFormatName } from './vendors/formats.ts';

/** A screening vendor that sends us its results, with its secrets. */
export interface VendorConfig {
  /** Last part of its address: `/webhooks/background_check/<path>`. */
  path: string;
  /** What `Vendor__c` of its checks holds. */
  name: string;
  /** Any of them proves a message; two while one is being rotated out. */
  secrets: string[];
  /** Where the signature is, in small letters. */
  signatureHeader: string;
  format: VendorFormatName;
}

const variablesSchema = z.object({
  VENDOR_NAME: z
    .string()
    .regex(/^[^:\s]([^:]{0,38}[^:\s])?$/, 'must be 1 to 40 characters without a colon')
    .refine((name) => name.toLowerCase() !== 'checkr', 'Checkr has a door of its own: /checkr'),
  VENDOR_SECRETS: list.pipe(
    z
      .array(z.string().min(24, 'each must be 24 or more characters'))
      .min(1, 'at least one')
      .max(2, 'at most two: the new one and the one being rotated out'),
  ),
  VENDOR_SIGNATURE_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, 'must be the name of an HTTP header')
    .default('X-Webhook-Signature')
    .transform((name) => name.toLowerCase()),
  VENDOR_FORMAT: z.enum(VENDOR_FORMAT_NAMES).default('neutral'),
});

/** The names of a vendor's variables, without prefix. */
export const vendorVariables: readonly string[] = ['VENDORS', ...Object.keys(variablesSchema.shape)];

/**
 * The vendors of one connection: none, one, or those VENDORS names, each one's variables then beginning with its name.
 * @param variables the connection's own, its prefix already removed.
 */
export function vendorsOf(variables: Variables): { vendors: VendorConfig[]; faults: string[] } {
  const names = list.parse(variables['VENDORS'] ?? '');
  const single = variables['VENDOR_NAME'];
  const wanted = names.length > 0 ? names.map((name) => ({ path: slug(name), prefix: prefixOf(name) })) : [];
  if (single && names.length === 0) wanted.push({ path: slug(single), prefix: '' });
  const faults: string[] = [];
  const vendors = wanted.flatMap(({ path, prefix }): VendorConfig[] => {
    const parsed = variablesSchema.safeParse(ownVariables(variables, prefix), sayingWhatIsUnset);
    if (parsed.success) return [configOf(path, parsed.data)];
    faults.push(...faultsOf(parsed.error, prefix));
    return [];
  });
  return { vendors, faults };
}

/** The address and the secret of a message must each lead to one vendor only. */
export function sharedByVendors(vendors: readonly VendorConfig[]): string[] {
  const paths = vendors.map(({ path }) => path);
  const secrets = vendors.flatMap((vendor) => [...new Set(vendor.secrets)]);
  return [
    ...(new Set(paths).size < paths.length ? ['VENDORS: the same vendor twice; each needs a name of its own'] : []),
    ...(new Set(secrets).size < secrets.length ? ['VENDOR_SECRETS: the same secret for two vendors'] : []),
  ];
}

function configOf(path: string, variables: z.infer<typeof variablesSchema>): VendorConfig {
  const { VENDOR_NAME: name, VENDOR_SECRETS: secrets, VENDOR_SIGNATURE_HEADER: signatureHeader } = variables;
  return { path, name, secrets, signatureHeader, format: variables.VENDOR_FORMAT };
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
