import { randomBytes } from 'node:crypto';
import { componentsOf } from '../../metadata/schema.ts';
import { textOf, type XmlElement } from '../../metadata/xml.ts';
import type { SimulatedOrg } from '../../org.ts';
import type { ConnectedApp } from './connected-apps.ts';

/** External Client Apps that are deployed, as far as logging in goes. */
export interface ExternalClientApps {
  /** With what a person reveals in Setup: the consumer key. An app deployed again keeps it. */
  list(): (ConnectedApp & { name: string })[];
}

/** Reads them from what is deployed at each call: a certificate left out of a later deployment is gone. */
export function createExternalClientApps(org: SimulatedOrg): ExternalClientApps {
  const keys = new Map<string, string>();
  const keyOf = (name: string): string => {
    const key = keys.get(name) ?? `3MVG9${randomBytes(40).toString('base64url')}`;
    keys.set(name, key);
    return key;
  };
  const partOf = (type: string, app: string): XmlElement | undefined =>
    componentsOf(org.schema(), type).find(({ element }) => textOf(element, 'externalClientApplication') === app)
      ?.element;
  return {
    list: () =>
      componentsOf(org.schema(), 'ExternalClientApplication').map(({ fullName: name }) => {
        const certificate = textIn(partOf('ExtlClntAppGlobalOauthSettings', name), 'certificate');
        const policy = partOf('ExtlClntAppOauthConfigurablePolicies', name);
        const isPreApproved = textIn(policy, 'permittedUsersPolicyType') === 'AdminApprovedPreAuthorized';
        const sets = (textIn(policy, 'commaSeparatedPermissionSet') ?? '').split(',').map((set) => set.trim());
        return {
          ...{ name, clientId: keyOf(name) },
          ...(certificate ? { publicKeyPem: pemOf(certificate) } : {}),
          ...(isPreApproved ? { approvedUsers: holdersOf(org, sets) } : {}),
        };
      }),
  };
}

function textIn(element: XmlElement | undefined, name: string): string | undefined {
  return element && textOf(element, name);
}

function pemOf(body: string): string {
  const lines = body.replaceAll(/\s/g, '').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** Usernames of who is assigned one of the permission sets. */
function holdersOf({ database: { store } }: SimulatedOrg, sets: string[]): string[] {
  const named = store.rows('PermissionSet').filter(({ Name }) => sets.includes(String(Name)));
  const ids = new Set(named.map(({ Id }) => Id));
  const assigned = store.rows('PermissionSetAssignment').filter(({ PermissionSetId }) => ids.has(PermissionSetId));
  const users = new Set(assigned.map(({ AssigneeId }) => AssigneeId));
  const holders = store.rows('User').filter(({ Id }) => users.has(Id));
  return holders.map(({ Username }) => String(Username));
}
