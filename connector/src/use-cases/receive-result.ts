import type { Check } from '../domain/check.ts';
import type { CheckEvent } from '../domain/check-event.ts';
import { connectionKey, type ConnectionProfile } from '../domain/connection.ts';
import { Failure, isFailure } from '../domain/failure.ts';
import type { CheckRecords } from '../domain/ports.ts';
import { outcomeOfVendorMessage } from '../domain/vendor-outcome.ts';
import type { VendorMessage } from '../domain/vendor-result.ts';
import type { VendorRecords } from '../domain/vendor-records.ts';

/** Enough for as many messages about one check at the same moment. */
const TRIES = 5;

export interface ReceiveResultDeps {
  connection: ConnectionProfile;
  records: Pick<CheckRecords, 'note'> & VendorRecords;
  /** Unix milliseconds. */
  now(): number;
}

/** What became of a message: told to the vendor, and logged. */
export interface Received {
  outcome: 'applied' | 'ignored' | 'duplicate' | 'unknown';
  reason: string | null;
}

/**
 * Brings the record in line with what a vendor sent. It has no other source, so it is all committed when this returns:
 * check, screenings and audit row together. About an id nobody knows it is parked until a check has that id.
 * @throws Failure `busy` or `unavailable` when nothing was committed and the vendor must send it again.
 */
export async function receiveResult(
  deps: ReceiveResultDeps,
  vendor: string,
  message: VendorMessage,
): Promise<Received> {
  const externalId = `${vendor}:${message.result.vendorCheckId}`;
  if (await findOurs(deps, externalId)) return applyInTurn(deps, vendor, message);
  await deps.records.note(parked(deps, vendor, message));
  // Looked for once more: a check linked just now may have looked for parked messages before this one was there.
  if (await findOurs(deps, externalId)) return applyInTurn(deps, vendor, message);
  return { outcome: 'unknown', reason: 'No check has this id; it was kept.' };
}

/** Decides on what the check shows and writes, again as often as the check changed in between. */
export async function applyInTurn(deps: ReceiveResultDeps, vendor: string, message: VendorMessage): Promise<Received> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const check = await findOurs(deps, `${vendor}:${message.result.vendorCheckId}`);
    if (!check) throw new Failure('unavailable', 'check-went-away');
    try {
      return await apply(deps, vendor, { message, check });
    } catch (error) {
      if (isFailure(error, 'rejected')) throw await refused(deps, vendor, { message, check, error });
      if (!isFailure(error, 'late')) throw error;
    }
  }
  throw new Failure('busy', 'check-keeps-changing');
}

/** A check another connection touched, as in a copied sandbox, is nobody's here. */
async function findOurs({ connection, records }: ReceiveResultDeps, externalId: string): Promise<Check | null> {
  const check = await records.findByExternalId(externalId);
  const isForeign = check?.connectionKey && check.connectionKey !== connectionKey(connection);
  return isForeign ? null : check;
}

interface Applied {
  message: VendorMessage;
  check: Check;
}

async function apply(deps: ReceiveResultDeps, vendor: string, { message, check }: Applied): Promise<Received> {
  const stored = await deps.records.listScreenings(check.id);
  const { change, reason, ...besides } = outcomeOfVendorMessage(message, check, stored);
  const event = row(deps, vendor, message);
  if (change === null) {
    await deps.records.note({ ...event, outcome: 'Ignored', reason, checkId: check.id });
    return { outcome: 'ignored', reason };
  }
  const summary = [change.status ?? check.status, change.result ?? check.result].filter(Boolean).join(', ');
  const written = await deps.records.writeOnce(check.id, change, {
    screenings: 'screenings' in besides ? besides.screenings : [],
    event: { ...event, outcome: 'Applied', reason, summary, checkId: check.id },
  });
  return written ? { outcome: 'applied', reason } : { outcome: 'duplicate', reason: 'It was received before.' };
}

/** The org's own rules are in the way: the vendor sends it again, and the audit shows that somebody has to mend them. */
async function refused(
  deps: ReceiveResultDeps,
  vendor: string,
  { message, check, error }: Applied & { error: Failure },
): Promise<Failure> {
  const event = row(deps, vendor, message);
  const fields = error.fields.length > 0 ? ` (${error.fields.join(', ')})` : '';
  await deps.records.note({
    ...event,
    sourceEventId: `refused:${event.sourceEventId}`,
    outcome: 'Failed',
    reason: `The org refused to save it: ${error.code}${fields}. The vendor was asked to send it again.`,
    checkId: check.id,
  });
  return new Failure('unavailable', error.code, { fields: [...error.fields], cause: error });
}

/** Under an id of its own, so that the same message counts as new once a check has that id. */
function parked(deps: ReceiveResultDeps, vendor: string, message: VendorMessage): CheckEvent {
  const event = row(deps, vendor, message);
  return {
    ...event,
    sourceEventId: `parked:${event.sourceEventId}`,
    outcome: 'Parked',
    reason: `No check has the id ${vendor}:${message.result.vendorCheckId}. Enter it on the check it belongs to.`,
    parkedMessage: JSON.stringify({ vendor, message }),
  };
}

function row(deps: ReceiveResultDeps, vendor: string, message: VendorMessage): CheckEvent {
  const { payloadSha256, receivedAt, requestId, result } = message;
  return {
    ...{ sourceEventId: `${vendor}:${payloadSha256}`, type: `result.${result.status}`, source: 'Vendor' },
    ...{ direction: 'Inbound', outcome: 'Applied', reason: null, summary: null, checkId: null },
    ...{ vendorParentId: null, vendorObjectId: result.vendorCheckId, occurredAt: result.completedAt },
    ...{
      receivedAt: new Date(receivedAt).toISOString(),
      durationMs: deps.now() - receivedAt,
      payloadSha256,
      requestId,
    },
  };
}
