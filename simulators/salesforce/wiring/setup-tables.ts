import { componentsOf } from '../metadata/schema.ts';
import type { SimulatedOrg } from '../org.ts';
import type { OutboundSender } from '../outbound/outbound-sender.ts';
import type { SetupTable } from '../pages/page-routes.ts';
import type { OrgAutomation } from './automation.ts';

/** What administrators look up: deliveries, flow failures, flows, permission sets. */
export function setupTables(parts: {
  org: SimulatedOrg;
  outbound: OutboundSender;
  automation: OrgAutomation;
}): SetupTable[] {
  const { org, outbound, automation } = parts;
  const { store } = org.database;
  const deliveries = [...outbound.pending(), ...outbound.failed()];
  return [
    {
      title: 'Outbound messages waiting or failed',
      columns: ['Notification', 'Message', 'Record'],
      rows: deliveries.map(({ id, message, recordId }) => [id, message, recordId]),
    },
    {
      title: 'Flow failures after commit',
      columns: ['Flow', 'Path', 'Record', 'Message'],
      rows: automation.failures.map(({ flow, path, recordId, message }) => [flow, path, recordId, message]),
    },
    {
      title: 'Flows',
      columns: ['Flow'],
      rows: componentsOf(org.schema(), 'Flow').map(({ fullName }) => [fullName]),
    },
    {
      title: 'Permission sets',
      columns: ['Permission set', 'Assigned users'],
      rows: store
        .rows('PermissionSet')
        .map(({ Id, Name }) => [String(Name), String(assignments(parts.org, Id).length)]),
    },
  ];
}

function assignments({ database }: SimulatedOrg, permissionSetId: unknown) {
  return database.store
    .rows('PermissionSetAssignment')
    .filter(({ PermissionSetId }) => PermissionSetId === permissionSetId);
}
