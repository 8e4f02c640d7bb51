import { createHmac, randomBytes } from 'node:crypto';
import type { OrgSession } from '../org-session.ts';
import { vendorPerson } from './people.ts';

const NAME = 'Example Screening';
const ORDER = 'order-1';
const MESSAGE = JSON.stringify({
  ...{ external_id: ORDER, status: 'completed', result: 'consider' },
  result_summary: 'One record was found.',
});

/** A screening vendor other than Checkr, as the demo has it. */
export interface DemoVendor {
  /** The connector's side of it, by the connector's own names. */
  connectorEnv: Record<string, string>;
  /** Enters the check that was ordered from it, as an administrator does; gives the check's id. */
  enterCheck(admin: OrgSession): Promise<string>;
  /** The command that sends its result. */
  command(connectorUrl: string): string;
}

/** One with a secret of this run. */
export function createDemoVendor(): DemoVendor {
  const secret = randomBytes(24).toString('hex');
  const signature = createHmac('sha256', secret).update(MESSAGE).digest('hex');
  return {
    connectorEnv: { VENDOR_NAME: NAME, VENDOR_SECRETS: secret },
    enterCheck: async (admin) => {
      const Contact__c = await admin.create('Contact', vendorPerson.fields);
      return admin.create('Background_Check__c', { Contact__c, Vendor__c: NAME, External_Id__c: ORDER });
    },
    command: (connectorUrl) =>
      `curl -i ${connectorUrl}/webhooks/background_check -H 'content-type: application/json' ` +
      `-H 'x-webhook-signature: ${signature}' --data-raw '${MESSAGE}'`,
  };
}
