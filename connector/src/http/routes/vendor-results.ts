import { hash } from 'node:crypto';
import { Hono, type Context } from 'hono';
import type { Logger } from 'pino';
import { isSignedBy } from '../../checkr/signature.ts';
import { Failure, isFailure } from '../../domain/failure.ts';
import type { VendorMessage, VendorResult } from '../../domain/vendor-result.ts';
import type { AppDeps, DoorVendor } from '../deps.ts';
import { limitedBody } from '../limited-body.ts';
import { payloadPath, payloadShape } from '../payload-shape.ts';
import { within } from '../within.ts';

const MAX_BYTES = 256 * 1024;
/** The vendor is promised an answer within 5 seconds. */
const COMMIT_WITHIN_MS = 4000;
const MOST_FAULTS = 5;
const HEX_SHA256 = /^[0-9a-f]{64}$/i;

interface VendorResultsDeps extends Pick<AppDeps, 'vendors' | 'log'> {
  /** Of the request this runs for. */
  requestId(): string;
}

/**
 * POST /webhooks/background_check/:vendor: prove it is the vendor, read what it says, commit it to Salesforce, answer.
 * The message has no other source, so 200 means that the org has it. Without a name it is the default vendor's.
 */
export function vendorResultsDoor({ vendors = [], log, ...trace }: VendorResultsDeps): Hono {
  const receive = async (c: Context, vendor: DoorVendor | undefined) => {
    if (!vendor) throw new Failure('not-found', 'vendor-unknown');
    const receivedAt = Date.now();
    const body = new Uint8Array(await c.req.arrayBuffer());
    const requestId = trace.requestId();
    const vendorLog = log.child({ vendor: vendor.path, requestId });
    refuseUnsigned(vendor, { body, header: c.req.header(vendor.signatureHeader), log: vendorLog });
    const result = read(vendor, body, vendorLog);
    const payloadSha256 = hash('sha256', body, 'hex');
    const received = await commit(vendor, { result, payloadSha256, receivedAt, requestId });
    vendorLog.info({ payloadSha256, outcome: received.outcome, ms: Date.now() - receivedAt }, 'vendor message');
    if (received.outcome === 'unknown')
      throw new Failure('not-found', 'external-id-unknown', { explanation: received.reason ?? '' });
    return c.json(received);
  };
  return new Hono()
    .post('/', limitedBody(MAX_BYTES), (c) =>
      receive(
        c,
        vendors.find(({ isDefault }) => isDefault),
      ),
    )
    .post('/:vendor', limitedBody(MAX_BYTES), (c) =>
      receive(
        c,
        vendors.find(({ path }) => path === c.req.param('vendor')),
      ),
    );
}

interface Signed {
  body: Uint8Array;
  header: string | undefined;
  log: Logger;
}

/** Before anything of the body is looked at. `sha256=` before the signature is what some senders put there. */
function refuseUnsigned({ secrets, signatureHeader }: DoorVendor, { body, header, log }: Signed): void {
  const signature = header?.replace(/^sha256=/i, '') ?? '';
  if (secrets.some((secret) => isSignedBy(secret, body, signature))) return;
  const why = header === undefined ? 'missing' : HEX_SHA256.test(signature) ? 'wrong' : 'not-hex';
  log.warn(
    { security: 'signature-refused', why, header: signatureHeader, bytes: body.byteLength },
    'vendor message refused',
  );
  throw new Failure('unauthorized', `vendor-signature-${why}`);
}

function read({ format }: DoorVendor, body: Uint8Array, log: Logger): VendorResult {
  const payload = parsed(body, log);
  const read = format.safeParse(payload);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `${payloadPath(path)}: ${message}`);
  log.warn({ faults: faults.slice(0, MOST_FAULTS), shape: payloadShape(payload) }, 'vendor message refused');
  throw new Failure('invalid', 'payload-invalid', { explanation: faults.slice(0, MOST_FAULTS).join('; ') });
}

function parsed(body: Uint8Array, log: Logger): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch (cause) {
    log.warn({ bytes: body.byteLength, shape: 'not JSON' }, 'vendor message refused');
    throw new Failure('invalid', 'payload-invalid', { explanation: 'payload: must be JSON in UTF-8', cause });
  }
}

/** Whatever keeps Salesforce from having it, the vendor has to send it again; only an unknown id is the vendor's to mend. */
async function commit(vendor: DoorVendor, message: VendorMessage): ReturnType<DoorVendor['receive']> {
  try {
    return await within(COMMIT_WITHIN_MS, vendor.receive(message));
  } catch (error) {
    if (isFailure(error, 'busy', 'rate-limited', 'unavailable')) throw error;
    if (isFailure(error)) throw new Failure('unavailable', error.code, { fields: [...error.fields], cause: error });
    throw error;
  }
}
