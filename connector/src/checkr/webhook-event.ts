import { z } from 'zod';

/** The objects whose events move a check. */
const MOVING = ['invitation', 'report', 'adverse_action'] as const;
type Moving = (typeof MOVING)[number];

/** No longer than the audit can keep: what could neither be applied nor kept must not be accepted. Checkr's ids have 24. */
const eventId = z.string().min(1).max(100);
const objectId = z.string().min(1).max(64);
const objectSchema = z.object({
  id: objectId.optional().catch(undefined),
  object: z.string().optional().catch(undefined),
});

/**
 * The part of a webhook event we use: which object changed. What it changed to is read from Checkr. `changed` is null
 * where it moves no check, whatever such an event is made of; one that does must say which object it is about.
 * https://docs.checkr.com/#section/Webhooks
 */
export const webhookEventSchema = z
  .object({
    id: eventId,
    type: z.string().min(1).max(128),
    /** When it happened, ISO 8601; only the audit shows it, so an odd one refuses nothing. */
    created_at: z.iso.datetime({ offset: true }).optional().catch(undefined),
    data: z.object({ object: objectSchema.catch({}) }).catch({ object: {} }),
  })
  .transform(({ data: { object: changed }, ...event }, context) => {
    const type = movingOf(changed.object ?? event.type.split('.')[0]);
    if (!type) return { ...event, changed: null };
    if (changed.id && changed.object === type) return { ...event, changed: { type, id: changed.id } };
    context.addIssue({ code: 'custom', path: ['data', 'object'], message: `names no ${type}` });
    return z.NEVER;
  });

export type WebhookEvent = z.infer<typeof webhookEventSchema>;

function movingOf(name: string | undefined): Moving | undefined {
  return MOVING.find((each) => each === name);
}
