import { newId } from '../ids.ts';
import type { Store } from '../store.ts';
import type { Timeline } from '../time/timeline.ts';
import type { Courier } from './courier.ts';

/** What an event is about; a few published ones have no address. */
export interface EventObject {
  id: string;
  object: string;
  uri?: string;
  [field: string]: unknown;
}

/**
 * Tells every webhook of the account that something happened to an object, which is shown as it is now.
 * `accountId` stands in the envelope in place of the account's own; null leaves it out.
 */
export type Publish = (type: string, object: EventObject, accountId?: string | null) => void;

/** Builds `Publish`: writes the event in Checkr's envelope, once for each webhook, and hands it to the courier. */
export function createPublish({
  store,
  timeline,
  courier,
}: {
  store: Store;
  timeline: Timeline;
  courier: Courier;
}): Publish {
  return (type, object, accountId = store.account.id) => {
    const eventId = newId();
    const createdAt = timeline.stamp();
    for (const webhook of store.webhooks.values()) {
      if (webhook.deleted_at) continue;
      const { id, object: kind, uri } = object;
      const body = JSON.stringify({
        id: eventId,
        object: 'event',
        type,
        created_at: createdAt,
        webhook_url: webhook.webhook_url,
        data: { object: webhook.include_object ? object : { id, object: kind, uri } },
        ...(accountId !== null && { account_id: accountId }),
      });
      courier.send({ eventId, type, objectId: id, body, webhook });
    }
  };
}
