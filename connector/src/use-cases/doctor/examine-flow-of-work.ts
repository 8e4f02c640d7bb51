import { isFailure } from '../../domain/failure.ts';
import { ageOf } from '../../domain/age.ts';
import type { ConnectionProfile } from '../../domain/connection.ts';
import { broken, ok, warning, type Finding } from '../../domain/finding.ts';
import type { OrgSurveyor } from '../../domain/survey.ts';

/** Outbound messages take seconds; reconciling takes up what was forgotten after ten minutes. */
const WAITING_AFTER_MS = 5 * 60_000;
const USAGE_SHARE = 0.8;
const FIND_DEFAULT =
  'Run `packages sync`; where an admin retired it, tick Active on it, or name another CHECKR_DEFAULT_PACKAGE.';

/** What shows in the org whether requests reach the connector and results can still be written. */
export async function examineFlowOfWork(
  surveyor: OrgSurveyor,
  options: { profile: ConnectionProfile; now: number },
): Promise<Finding[]> {
  return Promise.all([
    orHidden('requests-waiting', examineWaiting(surveyor, options.now)),
    orHidden('packages-in-org', examinePackages(surveyor, options.profile)),
    orHidden('salesforce-api-calls', examineUsage(surveyor)),
  ]);
}

/** What the missing rights above hide is not said twice. */
async function orHidden(step: string, look: Promise<Finding>): Promise<Finding> {
  return look.catch((error: unknown) => {
    if (!isFailure(error)) throw error;
    return broken(step, `Cannot be read (${error.message}).`, 'Mend what is said above first.');
  });
}

async function examineWaiting(surveyor: OrgSurveyor, now: number): Promise<Finding> {
  const { count, oldestAt } = await surveyor.countWaiting(now - WAITING_AFTER_MS);
  if (count === 0 || oldestAt === null) return ok('requests-waiting', 'No request lies longer than five minutes.');
  return broken(
    'requests-waiting',
    `${count} requests lie untouched, the oldest for ${ageOf(now - oldestAt)}.`,
    'Look at Setup, Outbound Messages, View Message Delivery Status (endpoint, secret), at Setup, Flows (Send Background Check Command active), and at `queue`; then `reconcile`.',
  );
}

async function examinePackages(surveyor: OrgSurveyor, { defaultPackage }: ConnectionProfile): Promise<Finding> {
  const step = 'packages-in-org';
  const active = await surveyor.listActivePackages();
  if (active.length === 0) return broken(step, 'The org lists no active package.', 'Run `packages sync`.');
  if (defaultPackage && !active.includes(defaultPackage))
    return broken(step, `The org does not list the default package ${defaultPackage}.`, FIND_DEFAULT);
  return ok(step, `The org lists ${active.length} packages.`);
}

async function examineUsage(surveyor: OrgSurveyor): Promise<Finding> {
  const step = 'salesforce-api-calls';
  const usage = await surveyor.getApiUsage();
  if (usage === null) return ok(step, 'The org does not tell how many API calls are left.');
  const words = `${usage.used} of ${usage.limit} API calls of the last 24 hours are used.`;
  if (usage.used < usage.limit * USAGE_SHARE) return ok(step, words);
  return warning(step, words, 'Find out in Setup, System Overview who uses them; at the limit the connector waits.');
}
