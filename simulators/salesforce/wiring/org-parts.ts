import { createLaggingReads } from '../api/control/lagging-reads.ts';
import { createSessions } from '../api/sessions.ts';
import { createClock } from '../clock/clock.ts';
import { deploymentChecks } from '../metadata/checks/deployment-checks.ts';
import { createOrg, type SimulatedOrg } from '../org.ts';
import type { OutboundSender } from '../outbound/outbound-sender.ts';
import { createOrgAutomation, type OrgAutomation } from './automation.ts';
import { notificationsOf } from './notifications.ts';
import { outboundSenderOf } from './outbound.ts';

/** How an org is set up. */
export interface OrgPartsOptions {
  /** 18 characters. */
  orgId?: string;
  orgName?: string;
  /** Left out: a sandbox. */
  isSandbox?: boolean;
  /** How many times faster than the clock outbound messages are sent again. */
  timeScale?: number;
  /** What the org's clock follows until it is moved. */
  now?: () => Date;
}

/** The org and what works beside it; they need each other, so each asks for the others when it runs. */
export function createOrgParts(options: OrgPartsOptions) {
  const { orgId = '00DBC00000000012AA', orgName = 'Believe Together (simulated)', isSandbox = true } = options;
  const clock = createClock(options.now);
  const { now } = clock;
  const lagging = createLaggingReads();
  let url = 'http://127.0.0.1';
  const notifications = notificationsOf(() => org);
  const automation: OrgAutomation = createOrgAutomation(() => org, { outbound: () => outbound, notifications });
  const org: SimulatedOrg = createOrg({
    id: orgId,
    name: orgName,
    isSandbox,
    now,
    lag: lagging.current,
    automation: () => automation.engine(),
    checks: deploymentChecks((username) => org.findUser(username) !== undefined),
    onDeployed: (schema) => automation.deployed(schema),
  });
  const outbound: OutboundSender = outboundSenderOf(() => org, {
    timeScale: options.timeScale ?? 1,
    instanceUrl: () => url,
    timers: { now: () => now().getTime(), after: clock.after },
  });
  const sessions = createSessions({ orgId, now });
  const servedAt = (address: string) => void (url = address);
  return { org, clock, lagging, sessions, outbound, automation, notifications, servedAt };
}
