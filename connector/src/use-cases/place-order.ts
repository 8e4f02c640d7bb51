import { workLocation } from '../domain/candidate-draft.ts';
import type { Check, CheckChange } from '../domain/check.ts';
import { connectionKey, type ConnectionProfile } from '../domain/connection.ts';
import { Failure } from '../domain/failure.ts';
import { idempotencyKey, orderTag, type PaidStep } from '../domain/idempotency-key.ts';
import type { OrderRequest } from '../domain/checkr-port.ts';
import type { ActionDeps } from './action-deps.ts';
import { ensureCandidate } from './ensure-candidate.ts';
import { findEarlierOrder } from './find-earlier-order.ts';
import { changeOfEarlier, changeOfOrdered, changeOfReport, readMade } from './read-made.ts';
import { refusable, type RefusableStep } from './refusable.ts';
import { markingRefusal, rowOfRefusal } from './refused-order.ts';
import { uploadConsent } from './upload-consent.ts';

/**
 * Orders a check: candidate first, then its invitation or report, each written back at once. What an earlier operation
 * left at Checkr is taken instead, before its candidate is touched or another one is made.
 */
export async function placeOrder(deps: ActionDeps, check: Check): Promise<'done' | 'refused'> {
  const { records, connection } = deps;
  const field = connection.ordering === 'report' ? 'errorCreateReport' : 'errorCreateInvitation';
  const rowOf = (refusal: Failure) => rowOfRefusal(check, refusal, deps.now());
  const step = { records, check, onRefusal: { status: 'Error' } as const, rowOf };
  const taken = await refusable({ ...step, field, run: () => takeEarlierOrder(deps, check) });
  if (taken === null) return 'refused';
  const change = taken === 'none' ? await orderAnew(deps, check, { ...step, field }) : taken;
  if (change === null) return 'refused';
  await records.write(check.id, {
    ...change,
    ...(check.packageSlug ? {} : { packageSlug: packageOf(connection, check) }),
    requestedAction: null,
    connectionKey: connectionKey(connection),
    [field]: null,
    errorHelp: null,
  });
  return 'done';
}

async function takeEarlierOrder(deps: ActionDeps, check: Check): Promise<CheckChange | 'none'> {
  const earlier = await findEarlierOrder(deps, check);
  if (earlier) packageOf(deps.connection, check);
  return earlier ? changeOfEarlier(deps, check, earlier) : 'none';
}

/** Gives null when it was refused. */
async function orderAnew(
  deps: ActionDeps,
  check: Check,
  step: Omit<RefusableStep<CheckChange>, 'run'>,
): Promise<CheckChange | null> {
  const { connection } = deps;
  // Whoever came as far as the order wrote the candidate down before it.
  const tried = { isFirstTry: check.status === 'Requested' };
  const candidateId = await refusable({
    ...{ ...step, field: 'errorCreateCandidate' },
    run: () =>
      markingRefusal(tried, () => {
        packageOf(connection, check);
        return ensureCandidate(deps, check);
      }),
  });
  if (candidateId === null) return null;
  return refusable({ ...step, run: () => order(deps, check, { candidateId, ...tried }) });
}

async function order(
  deps: ActionDeps,
  check: Check,
  { candidateId, ...tried }: { candidateId: string; isFirstTry: boolean },
): Promise<CheckChange> {
  const { connection, checkr } = deps;
  const request = () => orderRequest(connection, check, candidateId);
  if (connection.ordering === 'report')
    return changeOfReport(deps, check, await markingRefusal(tried, () => orderReport(deps, check, request())));
  const made = await markingRefusal(tried, () =>
    checkr.createInvitation(withKey(request(), connection, check, 'create-invitation')),
  );
  // Only where an earlier try came this far can the answer be that one's, and as old.
  const invitation = tried.isFirstTry ? made : await readMade(() => checkr.getInvitation(made.id));
  return changeOfOrdered(deps, check, invitation);
}

async function orderReport(
  deps: ActionDeps,
  check: Check,
  request: Omit<OrderRequest, 'idempotencyKey'>,
): Promise<string> {
  const consentDocumentIds = [await uploadConsent(deps, check, request.candidateId)];
  const { connection, checkr } = deps;
  return checkr.createReport(withKey({ ...request, consentDocumentIds }, connection, check, 'create-report'));
}

/** What is ordered for a check, but for its key. @throws Failure `invalid` when the person or the package is missing. */
export function orderRequest(
  connection: ConnectionProfile,
  check: Check,
  candidateId: string,
): Omit<OrderRequest, 'idempotencyKey'> {
  if (!check.person) throw new Failure('invalid', 'check-without-person');
  return {
    candidateId,
    packageSlug: packageOf(connection, check),
    workLocations: [workLocation(check.person)],
    tags: [orderTag(check.id, check.operation)],
    node: connection.node,
  };
}

/** The request with the key that makes it once only. */
export function withKey(
  request: Omit<OrderRequest, 'idempotencyKey'>,
  { orgId }: ConnectionProfile,
  { id, operation }: Check,
  step: PaidStep,
): OrderRequest {
  return { ...request, idempotencyKey: idempotencyKey(step, { orgId, checkId: id, operation }) };
}

function packageOf(connection: ConnectionProfile, check: Check): string {
  const slug = check.packageSlug ?? connection.defaultPackage;
  if (!slug) throw new Failure('invalid', 'no-package');
  if (check.addOns.length === 0) return slug;
  const together = connection.addOns[[slug, ...check.addOns.toSorted()].join('+')];
  if (!together) throw new Failure('invalid', 'add-on-not-mapped');
  return together;
}
