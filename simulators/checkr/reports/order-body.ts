import { z } from 'zod';
import { workLocations } from '../candidates/candidate-body.ts';

/** What POST /reports takes. */
export const orderBody = z.strictObject({
  package: z.string().min(1),
  candidate_id: z.string().min(1),
  work_locations: workLocations.optional(),
  tags: z.array(z.string()).optional(),
  node: z.string().min(1).optional(),
  consent_document_ids: z.array(z.string()).optional(),
});

/** The body as parsed. */
export type OrderBody = z.infer<typeof orderBody>;
