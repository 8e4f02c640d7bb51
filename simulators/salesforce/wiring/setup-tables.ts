import { componentsOf } from '../metadata/schema.ts';
import type { SimulatedOrg } from '../org.ts';
import type { NotificationList } from '../notifications/notification-list.ts';
import type { Notification } from '../outbound/notification-queue.ts';
import type { OutboundSender } from '../outbound/outbound-sender.ts';
import type { SetupTable } from '../pages/page-routes.ts';
import type { OrgAutomation } from './automation.ts';

/** What administrators look up: deliveries, notifications, waiting and failed flows, flows, permission sets. */
export function setupTables(parts: {
  org: SimulatedOrg;
  outbound: OutboundSender;
  automation: OrgAutomation;
  notifications: NotificationList;
}): SetupTable[] {
  const { org, outbound, automation, notifications } = parts;
  const { store } = org.database;
  const name = (userId: string) => org.users().find(({ id }) => id === userId)?.name ?? userId;
  return [
    deliveries('Outbound messages waiting', outbound.pending()),
    deliveries('Failed outbound messages', outbound.failed()),
    {
      title: 'Notifications',
      columns: ['Time', 'To', 'Type', 'Title', 'Body'],
      rows: notifications.all().map((one) => [one.sentAt, name(one.userId), one.type, one.title, one.body]),
    },
    {
      title: 'Waiting flows',
      columns: ['Flow', 'Path', 'Record', 'Due'],
      rows: [
        ...automation
          .engine()
          .pending()
          .map((one) => [one.flow, one.path, one.recordId, one.due.toISOString()]),
        ...automation
          .engine()
          .schedule()
          .map((one) => [one.flow, 'Schedule', '', one.due.toISOString()]),
      ],
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

function deliveries(title: string, notifications: Notification[]): SetupTable {
  return {
    title,
    node: 'WorkflowOmStatus',
    columns: ['Notification', 'Message', 'Record', 'Queued', 'Attempts', 'Next attempt', 'Last error'],
    actions: [
      { label: 'Retry', method: 'POST', path: (id) => `/lightning/setup/outbound/${id}/retry` },
      { label: 'Delete', method: 'DELETE', path: (id) => `/lightning/setup/outbound/${id}` },
    ],
    rows: notifications.map(({ id, message, recordId, queuedAt, attempts, nextAttemptAt, lastError }) => [
      ...[id, message, recordId, queuedAt, String(attempts), nextAttemptAt ?? '', lastError ?? ''],
    ]),
  };
}

function assignments({ database }: SimulatedOrg, permissionSetId: unknown) {
  return database.store
    .rows('PermissionSetAssignment')
    .filter(({ PermissionSetId }) => PermissionSetId === permissionSetId);
}
