import type { IngestJobs } from '../api/bulk/ingest-jobs.ts';
import type { Faults } from '../api/control/faults.ts';
import type { RequestLog } from '../api/control/request-log.ts';
import type { Sessions } from '../api/sessions.ts';
import type { Usage } from '../api/usage.ts';
import type { Clock } from '../clock/clock.ts';
import type { NotificationList } from '../notifications/notification-list.ts';
import type { SimulatedOrg } from '../org.ts';
import type { OutboundSender } from '../outbound/outbound-sender.ts';
import type { OrgAutomation } from './automation.ts';

interface Parts {
  org: SimulatedOrg;
  clock: Clock;
  sessions: Sessions;
  outbound: OutboundSender;
  automation: OrgAutomation;
  notifications: NotificationList;
  usage: Usage;
  faults: Faults;
  log: RequestLog;
  ingestJobs: IngestJobs;
}

/** Everything back to the start but what is deployed; the clock first, since new rows are stamped by it. */
export function resetOrg({ org, clock, automation, outbound, ...parts }: Parts): void {
  clock.reset();
  automation.engine().clear();
  automation.failures.length = 0;
  org.reset();
  outbound.clear();
  outbound.mode = {};
  parts.sessions.expire();
  parts.notifications.clear();
  parts.usage.reset();
  parts.faults.set([]);
  parts.log.clear();
  parts.ingestJobs.clear();
}
