import { join } from 'node:path';
import { Connection } from '@jsforce/jsforce-node';
import type { ConnectedApp } from '../api/oauth/connected-apps.ts';
import { createSalesforceSimulator, type SimulatorOptions } from '../simulator.ts';
import { serveSimulator } from '../serve-simulator.ts';

/** A small invented package: readers (leads) borrow from shelves. */
export const LIBRARY = join(import.meta.dirname, 'fixtures/library/app');

/** What some tests deploy on top of the library: a master-detail, a long text, a group, a queue, sharing rules. */
export const ANNEX = join(import.meta.dirname, 'fixtures/library/annex');

const APP: ConnectedApp = { clientId: 'library-app', clientSecret: 'not-a-secret', runAs: 'connector@example.org' };

/** An org on a port with the library deployed; `connector@example.org` is its librarian, `requester@example.org` a reader. */
export async function serveOrg({ apps = [], ...options }: SimulatorOptions = {}) {
  const simulator = createSalesforceSimulator({ ...options, apps: [APP, ...apps] });
  const served = await serveSimulator(simulator);
  const deployed = simulator.deploy({ sources: [LIBRARY], env: { LIBRARY_URL: 'https://library.example.org/' } });
  if ('problems' in deployed) throw new Error(JSON.stringify(deployed.problems));
  assign(simulator.org, 'connector@example.org', 'Librarian');
  assign(simulator.org, 'requester@example.org', 'Reader');

  const control = (method: string, path: string, body?: unknown) =>
    fetch(`${served.url}/__control${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  /** A jsforce client logged in as a user. */
  const connect = (username: string) => {
    const user = simulator.org.findUser(username);
    if (!user) throw new Error(`no user ${username}`);
    const accessToken = simulator.sessions.create(user).id;
    return new Connection({ instanceUrl: served.url, accessToken, version: '66.0' });
  };
  const assignTo = (username: string, permissionSet: string) => assign(simulator.org, username, permissionSet);
  return { ...simulator, ...served, control, connect, assignTo };
}

function assign(
  org: ReturnType<typeof createSalesforceSimulator>['org'],
  username: string,
  permissionSet: string,
): void {
  const { store } = org.database;
  const AssigneeId = org.findUser(username)?.id ?? null;
  const PermissionSetId = store.rows('PermissionSet').find(({ Name }) => Name === permissionSet)?.['Id'] ?? null;
  org.asAutomatedProcess((transaction) =>
    transaction.insert('PermissionSetAssignment', [{ AssigneeId, PermissionSetId }]),
  );
}
