import { z } from 'zod';

/** Checkr's objects as it sends them, cut down to what we read. Unknown members pass, so that a new one never breaks us. */
export const candidateSchema = z.object({
  id: z.string().min(1),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  report_ids: z.array(z.string()).nullish(),
});

export const candidateListSchema = z.object({ data: z.array(candidateSchema), next_href: z.string().nullish() });

export const invitationSchema = z.object({
  id: z.string().min(1),
  status: z.enum(['pending', 'completed', 'expired']),
  invitation_url: z.string(),
  deleted_at: z.string().nullish(),
  expires_at: z.string().nullish(),
  candidate_id: z.string(),
  report_id: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
});

export const invitationListSchema = z.object({ data: z.array(invitationSchema) });

export const reportSchema = z.looseObject({
  id: z.string().min(1),
  status: z.enum(['pending', 'complete', 'suspended', 'paused', 'dispute', 'canceled']),
  result: z.enum(['clear', 'consider']).nullish(),
  assessment: z.enum(['eligible', 'review', 'escalated']).nullish(),
  adjudication: z.enum(['engaged', 'pre_adverse_action', 'post_adverse_action']).nullish(),
  includes_canceled: z.boolean().nullish(),
  candidate_id: z.string(),
  package: z.string().nullish(),
  source: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  completed_at: z.string().nullish(),
  upgraded_at: z.string().nullish(),
  revised_at: z.string().nullish(),
  turnaround_time: z.number().nullish(),
  estimated_completion_time: z.string().nullish(),
});

export const adverseActionSchema = z.object({
  id: z.string().min(1),
  report_id: z.string(),
  status: z.enum(['pending', 'complete', 'dispute', 'canceled']),
  post_notice_scheduled_at: z.string().nullish(),
  delivery: z.object({ state: z.string().nullish() }).nullish().catch(null),
});

export const adverseItemListSchema = z.object({ data: z.array(z.object({ id: z.string().min(1), text: z.string() })) });

export const packagePageSchema = z.object({
  data: z.array(
    z.object({
      slug: z.string().min(1),
      name: z.string(),
      price: z.number().nullish(),
      deleted_at: z.string().nullish(),
      screenings: z.array(z.object({ type: z.string(), subtype: z.string().nullish() })).nullish(),
    }),
  ),
  next_href: z.string().nullish(),
});
