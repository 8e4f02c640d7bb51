import { join } from 'node:path';
import { serveSimulator } from '../../simulators/salesforce/serve-simulator.ts';
import { createSalesforceSimulator } from '../../simulators/salesforce/simulator.ts';
import { createOrgSession } from '../src/salesforce/org-session.ts';

/** The package as it is deployed to every org. */
export const PACKAGE_FOLDER = join(import.meta.dirname, '../../force-app/main');

export type PackagedOrg = Awaited<ReturnType<typeof servePackagedOrg>>;

/** A simulated org in this process with the package, its connector and the owner of ATS orders allowed to do their work. */
export async function servePackagedOrg() {
  const simulator = createSalesforceSimulator({
    apps: [{ clientId: 'app', clientSecret: 'not-a-secret', runAs: 'connector@example.org' }],
  });
  const served = await serveSimulator(simulator);
  const deployed = simulator.deploy({ sources: [PACKAGE_FOLDER], env: {} });
  if ('problems' in deployed) throw new Error(JSON.stringify(deployed.problems));
  const { store } = simulator.org.database;
  const idOf = (object: string, field: string, value: string) =>
    store.rows(object).find((row) => row[field] === value)?.['Id'] ?? null;
  simulator.org.asAutomatedProcess((transaction) => {
    const assigned = ['Connector', 'Requester'].map((role) => ({
      AssigneeId: idOf('User', 'Username', `${role.toLowerCase()}@example.org`),
      PermissionSetId: idOf('PermissionSet', 'Name', `Background_Check_${role}`),
    }));
    transaction.insert('PermissionSetAssignment', assigned);
  });

  /** A check of somebody new; gives its id. */
  function createCheck(person: string): string {
    const admin = simulator.org.findUser('admin@example.org');
    if (!admin) throw new Error('the simulated org has no admin');
    return simulator.org.transact(admin, (transaction) => {
      const fields = {
        LastName: 'Sample',
        Email: 'sample@example.org',
        ...(person === 'Lead' ? { Company: 'Volunteers' } : {}),
      };
      const [created] = transaction.insert(person, [fields]);
      const [check] = transaction.insert('Background_Check__c', [{ [`${person}__c`]: created?.id ?? null }]);
      return check?.id ?? '';
    });
  }
  /** The connector's own session, logged in anew. */
  const connectorSession = () =>
    createOrgSession({
      loginUrl: served.url,
      clientId: 'app',
      username: 'connector@example.org',
      credentials: { clientSecrets: ['not-a-secret'] },
    });
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    return (await fetch(`${served.url}/__control${path}`, init)).json();
  };
  return { ...simulator, close: () => served.close(), createCheck, connectorSession, control };
}
