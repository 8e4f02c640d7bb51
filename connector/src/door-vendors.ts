import type { Config } from './config.ts';
import type { DoorVendor } from './http/deps.ts';
import { createCheckRecords } from './salesforce/check-records.ts';
import { createOrgSession } from './salesforce/org-session.ts';
import { createVendorRecords } from './salesforce/vendor-records.ts';
import { receiveResult } from './use-cases/receive-result.ts';
import { VENDOR_FORMATS } from './vendors/formats.ts';

/** Every vendor of every connection, its messages going straight to the connection's org. */
export function createDoorVendors({ connections, defaultVendor }: Config): DoorVendor[] {
  return connections.flatMap(({ profile, salesforce, vendors }) => {
    if (vendors.length === 0) return [];
    const session = createOrgSession(salesforce);
    const checks = createCheckRecords({ session, readsDirectAnswers: false });
    const records = { ...createVendorRecords(session), note: checks.note };
    return vendors.map(({ path, name, secrets, signatureHeader, format }) => ({
      ...{ path, isDefault: path === defaultVendor, secrets, signatureHeader, format: VENDOR_FORMATS[format] },
      receive: (message) => receiveResult({ connection: profile, records, now: Date.now }, name, message),
    }));
  });
}
