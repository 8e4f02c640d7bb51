import { join } from 'node:path';

import type { RunningUser, SObject } from '../../model.ts';
import { createSalesforceSimulator } from '../../simulator.ts';

/** The package of the page tests: a greeting component for leads, and parcels that go to them. */
const PARCEL_PACKAGE: string = join(import.meta.dirname, '../browser/testing/lightning-package/main');

/** An org with that package; Rita may work with parcels (but not read their secrets), the others may not. */
export function createParcelOrg() {
  const simulator = createSalesforceSimulator({ now: () => new Date('2026-11-20T16:00:00Z') });
  const result = simulator.deploy({ sources: [PARCEL_PACKAGE], env: {} });
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  const { org } = simulator;
  const user = (name: string): RunningUser => {
    const found = org.findUser(`${name}@example.org`);
    if (!found) throw new Error(`there is no ${name}`);
    return found;
  };
  const insert = (name: string, object: string, row: SObject): string => {
    const [saved] = org.insertAs(user(name), object, [row]);
    if (!saved?.id) throw new Error(JSON.stringify(saved?.errors));
    return saved.id;
  };
  const [parcels] = org.queryAs(user('admin'), "SELECT Id FROM PermissionSet WHERE Name = 'Parcels'");
  insert('admin', 'PermissionSetAssignment', {
    PermissionSetId: String(parcels?.['Id']),
    AssigneeId: user('requester').id,
  });

  /** A request with the session of the user. */
  const request = (name: string, path: string, init: { method?: string; body?: unknown } = {}) =>
    simulator.app.request(path, {
      method: init.method ?? 'GET',
      headers: {
        Authorization: `Bearer ${simulator.sessions.create(user(name)).id}`,
        'Content-Type': 'application/json',
      },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    });
  return { simulator, org, user, insert, request };
}
