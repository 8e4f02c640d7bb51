import { hash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { Failure } from '../../domain/failure.ts';
import { jobId, type JobRequest } from '../../queue/jobs.ts';
import { OUTBOUND_ACK } from '../../salesforce/outbound-ack.ts';
import { parseOutboundMessage, type OutboundMessage } from '../../salesforce/outbound-message.ts';
import { limitedBody } from '../limited-body.ts';
import type { AppDeps, DoorConnection } from '../deps.ts';

/** A hundred notifications of ours are about 60 kB. */
const MAX_BYTES = 1024 * 1024;

/**
 * POST /background-check/:secret: what an org asks for. Acknowledged once every notification is in the queue;
 * any other answer makes Salesforce send the message again.
 */
export function backgroundCheckDoor({ connections, publisher }: AppDeps): Hono {
  return new Hono().post('/:secret', limitedBody(MAX_BYTES), async (c) => {
    const known = connections.filter(({ outboundSecrets }) =>
      outboundSecrets.some((each) => isSame(each, c.req.param('secret'))),
    );
    if (known.length === 0) throw new Failure('unauthorized', 'outbound-secret-unknown');
    const message = parseOutboundMessage(await c.req.text());
    const connection = known.find(({ orgId }) => orgId === message.organizationId);
    if (!connection) throw new Failure('unauthorized', 'org-unknown');
    await publisher.publish(jobsOf(message, connection));
    return c.body(OUTBOUND_ACK, 200, { 'content-type': 'text/xml; charset=utf-8' });
  });
}

/** A record deleted before its message went out needs nothing more. */
function jobsOf({ notifications }: OutboundMessage, { name }: DoorConnection): JobRequest[] {
  return notifications.flatMap(({ id, recordId }) =>
    recordId
      ? [{ connection: name, name: 'carry-out-action', payload: { checkId: recordId }, id: jobId('sf', id) }]
      : [],
  );
}

function isSame(expected: string, given: string): boolean {
  const digest = (text: string) => hash('sha256', text, 'buffer');
  return timingSafeEqual(digest(expected), digest(given));
}
