import { toLongId } from '../database/record-id.ts';
import type { ObjectDefinition, RunningUser, SObject } from '../model.ts';
import { toEnvelope } from './envelope.ts';
import { createNotificationQueue, type Notification } from './notification-queue.ts';
import type { OutboundMessage } from './outbound-message.ts';
import { createLane } from './lane.ts';
import { ACK_TIMEOUT_MS, postEnvelope } from './post-envelope.ts';
import { createRealTimers, type Timers } from './timers.ts';

/** Most notifications in one envelope. */
const MOST_PER_ENVELOPE = 100;

/** Most envelopes on the way at once; the others wait, and say what is true when they leave. */
const MOST_AT_ONCE = 10;

/** How deliveries misbehave; nothing set is a well-behaved org. */
export interface DeliveryMode {
  /** Every envelope is sent twice. */
  duplicate?: boolean | undefined;
  /** So many of the next envelopes get lost on the way and are sent again later. */
  drop?: number | undefined;
  /** New notifications wait so many milliseconds of the org's time. */
  delayMs?: number | undefined;
  /** Each notification travels alone, the newest first. */
  reorder?: boolean | undefined;
}

/** What the sender needs from the org around it. */
export interface OutboundSenderOptions {
  /** 18 characters. */
  orgId: string;
  instanceUrl: () => string;
  /** How many times faster than the timers' time retries run. */
  timeScale: number;
  findMessage(name: string): OutboundMessage | undefined;
  objectDefinition(object: string): ObjectDefinition;
  /** The row as it is now; null when it is gone. */
  readRow(object: string, id: string): Readonly<SObject> | null;
  /** Whether the user has "Send Outbound Messages". */
  canSend(user: RunningUser): boolean;
  /** Which of the message's fields its user may see. */
  visibleFields(message: OutboundMessage): string[];
  timers?: Timers;
}

/** Sends outbound messages at least once, and keeps trying. */
export interface OutboundSender {
  /** Queues one notification; nothing happens for a user who may not send. @throws Error naming an unknown message. */
  send(order: { name: string; recordId: string; user: RunningUser }): void;
  pending(): Notification[];
  /** Given up after 24 hours of retries. */
  failed(): Notification[];
  /** Sends one again now, pending or given up; whether it is known. */
  retry(notificationId: string): boolean;
  /** Forgets one; whether it was known. */
  remove(notificationId: string): boolean;
  /** Sends everything pending and failed now. */
  retryNow(): void;
  /** Forgets everything pending and failed. */
  clear(): void;
  mode: DeliveryMode;
  /** Stops all sending. */
  close(): void;
}

/** The org's background process for outbound messages. */
export function createOutboundSender(options: OutboundSenderOptions): OutboundSender {
  const { timers = createRealTimers() } = options;
  const queue = createNotificationQueue({ timeScale: options.timeScale, timers, deliver });
  const closing = new AbortController();
  const lane = createLane(MOST_AT_ONCE);
  const actions = new Map<string, string>();
  let count = 0;

  function send({ name, recordId, user }: { name: string; recordId: string; user: RunningUser }): void {
    if (!options.findMessage(name)) throw new Error(`Outbound message ${name} is not deployed`);
    if (!options.canSend(user)) return;
    count += 1;
    queue.add({ id: numbered('04l', count), message: name, recordId }, sender.mode.delayMs);
  }

  function deliver(due: Notification[]): void {
    const ordered = sender.mode.reorder ? due.toReversed() : due;
    const size = sender.mode.reorder ? 1 : MOST_PER_ENVELOPE;
    for (const [name, notifications] of Map.groupBy(ordered, (one) => one.message)) {
      for (let start = 0; start < notifications.length; start += size) {
        const together = notifications.slice(start, start + size);
        lane.add(() => deliverTogether(name, together));
      }
    }
  }

  async function deliverTogether(name: string, notifications: Notification[]): Promise<void> {
    if (closing.signal.aborted) return;
    const failure = await attempt(name, notifications);
    if (!closing.signal.aborted) queue.settle(notifications, failure);
  }

  async function attempt(name: string, notifications: Notification[]): Promise<string | undefined> {
    const message = options.findMessage(name);
    if (!message) return `Outbound message ${name} is not deployed any more`;
    if ((sender.mode.drop ?? 0) > 0) {
      sender.mode = { ...sender.mode, drop: (sender.mode.drop ?? 0) - 1 };
      return 'Lost on the way, as asked for';
    }
    const envelope = envelopeOf(message, notifications);
    const post = () =>
      postEnvelope(
        message.endpointUrl,
        envelope,
        AbortSignal.any([closing.signal, AbortSignal.timeout(ACK_TIMEOUT_MS)]),
      );
    const [answer] = await Promise.all(sender.mode.duplicate ? [post(), post()] : [post()]);
    return answer;
  }

  function envelopeOf(message: OutboundMessage, notifications: Notification[]): string {
    const action = actions.get(message.name) ?? numbered('04k', actions.size + 1);
    actions.set(message.name, action);
    return toEnvelope({
      message,
      definition: options.objectDefinition(message.object),
      visibleFields: options.visibleFields(message),
      notifications: notifications.map(({ id, recordId }) => ({ id, row: options.readRow(message.object, recordId) })),
      ids: { organization: options.orgId, action },
      instanceUrl: options.instanceUrl(),
    });
  }

  const sender: OutboundSender = {
    send,
    pending: queue.pending,
    failed: queue.failed,
    retry: queue.retry,
    remove: queue.remove,
    retryNow: queue.retryNow,
    clear: queue.clear,
    mode: {},
    close() {
      closing.abort();
      queue.close();
    },
  };
  return sender;
}

function numbered(prefix: string, number: number): string {
  return toLongId(`${prefix}${String(number).padStart(12, '0')}`);
}
