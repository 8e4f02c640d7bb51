import { Hono } from 'hono';
import { z } from 'zod';
import { workLocations } from '../candidates/candidate-body.ts';
import { getCandidate } from '../candidates/get-candidate.ts';
import { ApiError } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { listOf } from '../http/list-of.ts';
import { readBody } from '../http/read-body.ts';
import { refuseWithoutNode } from '../nodes/stamps-of-node.ts';
import type { Parts } from '../parts.ts';
import type { ContinuousCheck } from './continuous-check.ts';
import { enrollCandidate } from './enroll-candidate.ts';

const place = { node: z.string().min(1).optional(), work_locations: workLocations.optional() };
const createBody = z.strictObject({ type: z.string().min(1), ...place });

/** Continuous checks: under their candidate to enroll and list, under /v1/continuous_checks by id. */
export function continuousCheckRoutes(parts: Parts): Hono<AppEnv> {
  const { store } = parts;
  const get = (id: string): ContinuousCheck => {
    const check = store.continuousChecks.get(id);
    if (!check) throw new ApiError(404, 'Continuous Check not found');
    return check;
  };
  return new Hono<AppEnv>()
    .post('/candidates/:candidate_id/continuous_checks', async (c) => {
      const candidate = getCandidate(store, c.req.param('candidate_id'));
      return c.json(enrollCandidate(parts, candidate, await readBody(c, createBody)), 201);
    })
    .get('/candidates/:candidate_id/continuous_checks', (c) => {
      const { id } = getCandidate(store, c.req.param('candidate_id'));
      return c.json(listOf([...store.continuousChecks.values()].filter((one) => one.candidate_id === id)));
    })
    .get('/continuous_checks/:id', (c) => c.json(get(c.req.param('id'))))
    .post('/continuous_checks/:id', async (c) => {
      const check = get(c.req.param('id'));
      const { node = check.node ?? undefined, work_locations = check.work_locations } = await readBody(
        c,
        z.strictObject(place),
      );
      refuseWithoutNode(store, { node, work_locations });
      return c.json(Object.assign(check, { node: node ?? null, work_locations }), 201);
    })
    .delete('/continuous_checks/:id', (c) => {
      const check = get(c.req.param('id'));
      store.continuousChecks.delete(check.id);
      return c.json(check);
    });
}
