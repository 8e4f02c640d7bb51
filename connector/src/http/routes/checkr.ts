import { hash } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { isSignedBy } from '../../checkr/signature.ts';
import { diagnoseSignature } from '../../checkr/signature-clinic.ts';
import { webhookEventSchema, type WebhookEvent } from '../../checkr/webhook-event.ts';
import { Failure } from '../../domain/failure.ts';
import { jobId, type JobRequest } from '../../queue/jobs.ts';
import { limitedBody } from '../limited-body.ts';
import type { AppDeps, DoorConnection } from '../deps.ts';

const MAX_BYTES = 1024 * 1024;

/** POST /checkr: prove it is Checkr, note what changed, answer. The work is the worker's. */
export function checkrDoor({ connections, publisher, log }: AppDeps): Hono {
  const clinic = createClinic(connections);
  return new Hono().post('/', limitedBody(MAX_BYTES), async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer());
    const connection = signerOf(connections, body, c.req.header('x-checkr-signature') ?? '');
    if (!connection) throw new Failure('unauthorized', 'checkr-signature-mismatch', { because: clinic(c, body) });
    const event = parseEvent(body);
    const job = jobOf(event, connection, body);
    if (job) await publisher.publish([job]);
    else
      log.info(
        { connection: connection.name, eventId: event.id, type: event.type.slice(0, 64) },
        'event without effect',
      );
    return c.body(null, 204);
  });
}

/** A forged body costs several signatures to look into, so at most one a second, and only a small one. */
const CLINIC_EVERY_MS = 1000;
const CLINIC_MAX_BYTES = 64 * 1024;

/** Says for the log why a delivery is not proven; the sender is told nothing of it. */
function createClinic(connections: DoorConnection[]) {
  const keys = connections.flatMap(({ name, checkrApiKeys }) => checkrApiKeys.map((key) => ({ name, key })));
  let nextAt = 0;
  return (c: Context, body: Uint8Array): string => {
    const signature = c.req.header('x-checkr-signature');
    const isBusy = Date.now() < nextAt || body.length > CLINIC_MAX_BYTES;
    if (isBusy) return diagnoseSignature({ signature, body: new Uint8Array() }, []).code;
    nextAt = Date.now() + CLINIC_EVERY_MS;
    return diagnoseSignature({ signature, body }, keys).code;
  };
}

/** The key that verifies says whose event it is. */
function signerOf(connections: DoorConnection[], body: Uint8Array, signature: string): DoorConnection | undefined {
  return connections.find(({ checkrApiKeys }) => checkrApiKeys.some((key) => isSignedBy(key, body, signature)));
}

function parseEvent(body: Uint8Array): WebhookEvent {
  try {
    return webhookEventSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)));
  } catch (cause) {
    throw new Failure('invalid', 'checkr-event-unreadable', { cause });
  }
}

/** Only invitations, reports and adverse actions move a check; every other event is accepted so that Checkr stops sending it. */
function jobOf(event: WebhookEvent, connection: DoorConnection, body: Uint8Array): JobRequest | null {
  if (!event.changed) return null;
  const payload = {
    ...{ eventId: event.id, type: event.type, objectType: event.changed.type, objectId: event.changed.id },
    receivedAt: Date.now(),
    ...(event.created_at ? { occurredAt: event.created_at } : {}),
    payloadSha256: hash('sha256', body, 'hex'),
  };
  return { connection: connection.name, name: 'apply-event', payload, id: jobId('checkr', event.id) };
}
