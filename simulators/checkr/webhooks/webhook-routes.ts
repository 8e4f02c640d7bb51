import { Hono } from 'hono';
import { z } from 'zod';
import { ApiError, notFound } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { pageOf, readListQuery } from '../http/page-of.ts';
import { flag, readBody } from '../http/read-body.ts';
import { newId } from '../ids.ts';
import type { Parts } from '../parts.ts';
import type { Webhook } from './webhook.ts';
import { webhookUrlProblem } from './webhook-url-problem.ts';

const WEBHOOKS_PER_ACCOUNT = 2;
const body = z.strictObject({
  webhook_url: z.string().min(1),
  include_object: flag.default(false),
  live: flag.optional(),
});

/** /v1/webhooks: create, list, read and delete. */
export function webhookRoutes(parts: Parts): Hono<AppEnv> {
  const { webhooks } = parts.store;
  const present = (): Webhook[] => [...webhooks.values()].filter((webhook) => !webhook.deleted_at);
  const get = (id: string): Webhook => {
    const webhook = webhooks.get(id);
    if (!webhook || webhook.deleted_at) throw notFound();
    return webhook;
  };
  return new Hono<AppEnv>()
    .post('/', async (c) => {
      const sent = await readBody(c, body);
      refuse(sent.webhook_url, present());
      const webhook = createWebhook(parts, sent);
      webhooks.set(webhook.id, webhook);
      return c.json(webhook, 201);
    })
    .get('/', (c) => {
      readListQuery(c, {});
      return c.json(pageOf(c, present(), { show: (one) => one, publicUrl: parts.publicUrl() }));
    })
    .get('/:id', (c) => c.json(get(c.req.param('id'))))
    .delete('/:id', (c) => {
      const webhook = get(c.req.param('id'));
      webhook.deleted_at = parts.timeline.stamp();
      return c.json(webhook);
    });
}

function refuse(url: string, present: Webhook[]): void {
  const problem = webhookUrlProblem(url);
  if (problem) throw new ApiError(400, problem);
  if (present.some((webhook) => webhook.webhook_url === url)) throw new ApiError(400, 'Url has already been taken');
  if (present.length >= WEBHOOKS_PER_ACCOUNT) throw new ApiError(400, 'Allowed webhook API limit exceeded');
}

function createWebhook({ store, timeline }: Parts, sent: z.infer<typeof body>): Webhook {
  const id = newId();
  return {
    id,
    object: 'webhook',
    uri: `/v1/webhooks/${id}`,
    account_id: store.account.id,
    application_id: null,
    include_object: sent.include_object,
    webhook_url: sent.webhook_url,
    created_at: timeline.stamp(),
    deleted_at: null,
  };
}
