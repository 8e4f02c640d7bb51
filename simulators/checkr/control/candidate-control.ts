import { Hono } from 'hono';
import { z } from 'zod';
import { candidateJson } from '../candidates/candidate.ts';
import { getCandidate } from '../candidates/get-candidate.ts';
import { notFound } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { readBody } from '../http/read-body.ts';
import type { Parts } from '../parts.ts';
import { getReport } from '../reports/get-report.ts';
import { verificationType } from '../verifications/verification.ts';
import { askForVerification, moveVerification } from '../verifications/verification-moves.ts';

const EVENTS = { require_id: 'candidate.id_required', require_driver_license: 'candidate.driver_license_required' };
const demand = z.strictObject({ move: z.enum(['require_id', 'require_driver_license']) });
const request = z.strictObject({ verification_type: verificationType.default('ssn_document') });
const answer = z.strictObject({ move: z.enum(['complete', 'process']) });

/** What a candidate is asked for while a check runs, and what becomes of it. */
export function candidateControl(parts: Parts): Hono<AppEnv> {
  const { store } = parts;
  return new Hono<AppEnv>()
    .post('/candidates/:id/moves', async (c) => {
      const candidate = candidateJson(getCandidate(store, c.req.param('id')));
      const { move } = await readBody(c, demand);
      parts.publish(EVENTS[move], candidate);
      return c.json(candidate);
    })
    .post('/reports/:id/verifications', async (c) => {
      const report = getReport(store, c.req.param('id'));
      const { verification_type } = await readBody(c, request);
      return c.json(askForVerification(parts, report, verification_type), 201);
    })
    .post('/verifications/:id/moves', async (c) => {
      const verification = store.verifications.get(c.req.param('id'));
      if (!verification) throw notFound();
      moveVerification(parts, verification, (await readBody(c, answer)).move);
      return c.json(verification);
    });
}
