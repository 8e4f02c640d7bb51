import { Hono } from 'hono';
import { z } from 'zod';
import type { AppEnv } from '../http/app-env.ts';
import { notFound } from '../http/api-error.ts';
import { pageOf, readListQuery, readQuery } from '../http/page-of.ts';
import { readBody } from '../http/read-body.ts';
import type { Parts } from '../parts.ts';
import { candidateJson } from './candidate.ts';
import type { Candidate } from './candidate.ts';
import { candidateBody } from './candidate-body.ts';
import { createCandidate } from './create-candidate.ts';
import { updateCandidate } from './update-candidate.ts';

const filters = {
  email: z.string().optional(),
  full_name: z.string().optional(),
  custom_id: z.string().optional(),
  adjudication: z.string().optional(),
  driver_license_number: z.string().optional(),
  created_after: z.iso.datetime({ offset: true }).optional(),
  created_before: z.iso.datetime({ offset: true }).optional(),
  report_revised_after: z.iso.datetime({ offset: true }).optional(),
  report_revised_before: z.iso.datetime({ offset: true }).optional(),
};
type Filters = z.infer<z.ZodObject<typeof filters>>;

/** /v1/candidates: create, list, read, and update by POST. */
export function candidateRoutes(parts: Parts): Hono<AppEnv> {
  const { candidates } = parts.store;
  const get = (id: string): Candidate => {
    const candidate = candidates.get(id);
    if (!candidate) throw notFound();
    return candidate;
  };
  return new Hono<AppEnv>()
    .post('/', async (c) => c.json(candidateJson(createCandidate(parts, await readBody(c, candidateBody))), 201))
    .get('/', (c) => {
      const asked = readListQuery(c, filters);
      const found = [...candidates.values()].filter((one) => !one.isInternational && matches(parts, one, asked));
      return c.json(pageOf(c, found.reverse(), { show: candidateJson, publicUrl: parts.publicUrl() }));
    })
    .get('/:id', (c) => {
      readQuery(c, {});
      return c.json(candidateJson(get(c.req.param('id'))));
    })
    .post('/:id', async (c) => {
      const candidate = get(c.req.param('id'));
      updateCandidate(parts, candidate, await readBody(c, candidateBody));
      return c.json(candidateJson(candidate));
    });
}

function matches({ store }: Parts, candidate: Candidate, asked: Filters): boolean {
  const fullName = [candidate.first_name, candidate.middle_name, candidate.last_name].filter(Boolean).join(' ');
  const revisions = candidate.report_ids.flatMap((id) => store.reports.get(id)?.revised_at ?? []);
  return (
    isSame(candidate.email, asked.email) &&
    isSame(fullName, asked.full_name) &&
    (asked.custom_id ?? candidate.custom_id) === candidate.custom_id &&
    (asked.adjudication ?? candidate.adjudication) === candidate.adjudication &&
    isSame(candidate.driver_license_number, asked.driver_license_number) &&
    isBetween([candidate.created_at], asked.created_after, asked.created_before) &&
    isBetween(revisions, asked.report_revised_after, asked.report_revised_before)
  );
}

function isSame(value: string | null, asked: string | undefined): boolean {
  return asked === undefined || value?.toLowerCase() === asked.toLowerCase();
}

function isBetween(stamps: string[], after: string | undefined, before: string | undefined): boolean {
  if (after === undefined && before === undefined) return true;
  return stamps.some((stamp) => {
    const moment = Date.parse(stamp);
    return (!after || moment > Date.parse(after)) && (!before || moment < Date.parse(before));
  });
}
