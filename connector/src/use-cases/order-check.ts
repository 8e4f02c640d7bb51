import { candidateDraft, workLocation } from '../domain/candidate-draft.ts';
import type { Check, CheckChange } from '../domain/check.ts';
import { connectionKey, type ConnectionProfile } from '../domain/connection.ts';
import { helpFor } from '../domain/error-help.ts';
import { Failure, isFailure } from '../domain/failure.ts';
import { idempotencyKey, orderTag } from '../domain/idempotency-key.ts';
import type { CheckRecords, Checkr, Org, OrderRequest, RecordLock } from '../domain/ports.ts';
import { changeFromReport } from '../domain/report-outcome.ts';

export interface OrderCheckDeps {
  connection: ConnectionProfile;
  checkr: Checkr;
  records: CheckRecords;
  org: Org;
  lock: RecordLock;
}

/** What became of an order; for the log. */
export type OrderOutcome = 'ordered' | 'refused' | 'nothing-to-do' | 'quarantined';

type ErrorField = 'errorCreateCandidate' | 'errorCreateInvitation' | 'errorCreateReport';

/**
 * Orders the check a record asks for: candidate first, then its invitation or report, each written back at once.
 * Run again after any death it goes on where it stopped; Checkr answers a repeated step with what the first try made.
 */
export async function orderCheck(deps: OrderCheckDeps, { checkId }: { checkId: string }): Promise<OrderOutcome> {
  return deps.lock.hold(checkId, async () => {
    const check = await deps.records.findById(checkId);
    if (check?.requestedAction !== 'Order' || check.vendor !== 'Checkr') return 'nothing-to-do';
    if (check.connectionKey && check.connectionKey !== connectionKey(deps.connection)) return 'quarantined';
    return (await placeOrder(deps, check)) ? 'ordered' : 'refused';
  });
}

/** False when it was refused for good; the record then says why and what to mend. */
async function placeOrder(deps: OrderCheckDeps, check: Check): Promise<boolean> {
  const orderField = deps.connection.ordering === 'report' ? 'errorCreateReport' : 'errorCreateInvitation';
  const candidateId = await attempt(deps, check, 'errorCreateCandidate', () => ensureCandidate(deps, check));
  if (candidateId === null) return false;
  const change = await attempt(deps, check, orderField, () => orderFor(deps, check, candidateId));
  if (change === null) return false;
  await deps.records.write(check.id, { ...change, requestedAction: null, [orderField]: null, errorHelp: null });
  return true;
}

async function ensureCandidate({ connection, checkr, records, org }: OrderCheckDeps, check: Check): Promise<string> {
  if (check.candidateId) return check.candidateId;
  if (!check.person) throw new Failure('invalid', 'check-without-person');
  packageOf(connection, check);
  const draft = candidateDraft(check.person, orderTag(check.id, check.operation));
  refuseMixedWorlds(connection, await org.getFacts());
  const candidateId = await checkr.createCandidate(draft, keyFor(connection, check, 'create-candidate'));
  await records.write(check.id, {
    status: 'Candidate Created',
    candidateId,
    connectionKey: connectionKey(connection),
    errorCreateCandidate: null,
    errorHelp: null,
  });
  return candidateId;
}

async function orderFor(deps: OrderCheckDeps, check: Check, candidateId: string): Promise<CheckChange> {
  const { connection, checkr } = deps;
  if (!check.person) throw new Failure('invalid', 'check-without-person');
  const packageSlug = packageOf(connection, check);
  const order: Omit<OrderRequest, 'idempotencyKey'> = {
    candidateId,
    packageSlug,
    workLocations: [workLocation(check.person)],
    tags: [orderTag(check.id, check.operation)],
  };
  if (connection.ordering === 'report') {
    const report = await checkr.createReport({ ...order, idempotencyKey: keyFor(connection, check, 'create-report') });
    return { ...changeFromReport(report, check, connection), packageSlug, reportUrl: checkr.reportUrl(report.id) };
  }
  const invitation = await checkr.createInvitation({
    ...order,
    idempotencyKey: keyFor(connection, check, 'create-invitation'),
  });
  return {
    status: 'Invited',
    packageSlug,
    invitationId: invitation.id,
    invitationUrl: invitation.url,
    invitationExpiresAt: invitation.expiresAt,
  };
}

/** Runs one step; what is refused for good goes to the record, everything else up to the queue. Null when refused. */
async function attempt<T>(
  deps: OrderCheckDeps,
  check: Check,
  field: ErrorField,
  step: () => Promise<T>,
): Promise<T | null> {
  try {
    return await step();
  } catch (error) {
    if (!isFailure(error, 'invalid', 'rejected', 'not-found') || error.code.startsWith('salesforce-')) throw error;
    await deps.records.write(check.id, {
      status: 'Error',
      requestedAction: null,
      [field]: error.vendorWords.join('; ') || helpFor(error),
      errorHelp: helpFor(error),
    });
    return null;
  }
}

function packageOf(connection: ConnectionProfile, check: Check): string {
  const slug = check.packageSlug ?? connection.defaultPackage;
  if (!slug) throw new Failure('invalid', 'no-package');
  return slug;
}

/** A test org must never order from a live account, nor a live org from a test account. */
function refuseMixedWorlds({ mode }: ConnectionProfile, { isTest }: { isTest: boolean }): void {
  if (isTest && mode === 'live') throw new Failure('invalid', 'live-account-in-test-org');
  if (!isTest && mode === 'test') throw new Failure('invalid', 'test-account-in-live-org');
}

function keyFor(
  { orgId }: ConnectionProfile,
  { id, operation }: Check,
  step: Parameters<typeof idempotencyKey>[0],
): string {
  return idempotencyKey(step, { orgId, checkId: id, operation });
}
