import { z } from 'zod';

/**
 * The part of a webhook event we use: which object changed. What it changed to is read from Checkr.
 * https://docs.checkr.com/#section/Webhooks
 */
export const webhookEventSchema = z.object({
  id: z.string().min(1).max(128),
  type: z.string().min(1).max(128),
  /** When it happened, ISO 8601; only the audit shows it, so an odd one refuses nothing. */
  created_at: z.iso.datetime({ offset: true }).optional().catch(undefined),
  data: z.object({ object: z.object({ id: z.string().min(1).max(128), object: z.string().max(64) }) }),
});

export type WebhookEvent = z.infer<typeof webhookEventSchema>;
