import { Hono } from 'hono';
import { z } from 'zod';
import { candidateBody, workLocations } from '../candidates/candidate-body.ts';
import { createCandidate } from '../candidates/create-candidate.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { getCandidate } from '../candidates/get-candidate.ts';
import { ApiError } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { readBody } from '../http/read-body.ts';
import { stampsOfNode } from '../nodes/stamps-of-node.ts';
import { getPackage } from '../packages/get-package.ts';
import type { OrderedPackage } from '../packages/package.ts';
import { CONTINUOUS_PACKAGES } from '../packages/package-catalogue.ts';
import type { Parts } from '../parts.ts';
import type { Outcome } from '../reports/outcomes.ts';
import { reportJson } from '../reports/report.ts';
import { reportProblem } from '../reports/report-problem.ts';
import { startReport } from '../reports/start-report.ts';
import { kindOf } from '../screenings/screening-types.ts';

const body = z.strictObject({
  source: z.enum(['manual_order', 'web', 'recurrence', 'continuous_check']),
  package: z.string().min(1).optional(),
  candidate_id: z.string().optional(),
  candidate: candidateBody.optional(),
  work_locations: workLocations.optional(),
  tags: z.array(z.string()).optional(),
  node: z.string().optional(),
  result: z.enum(['clear', 'consider']).optional(),
});
type Body = z.infer<typeof body>;

/**
 * POST /reports: a report nobody ordered through the API: in the dashboard, for a new candidate or a known one,
 * by a subscription, or because a continuous check found something.
 */
export function orderControl(parts: Parts): Hono<AppEnv> {
  return new Hono<AppEnv>().post('/reports', async (c) => {
    const asked = await readBody(c, body);
    const ordered = packageOf(parts, asked);
    const candidate = candidateOf(parts, asked);
    const problem = reportProblem(candidate, ordered, parts.timeline.now());
    if (problem) throw new ApiError(400, problem);
    const { source, tags = [], work_locations: places = [] } = asked;
    const segmentStamps = stampsOfNode(parts.store, asked.node);
    const outcome = asked.result ? outcomeWith(asked.result, ordered) : null;
    const order = { candidate, ordered, source, tags, workLocations: places, segmentStamps, outcome };
    return c.json(reportJson(startReport(parts, order)), 201);
  });
}

function packageOf({ store }: Parts, { source, package: slug }: Body): OrderedPackage {
  if (source !== 'continuous_check') return getPackage(store, slug ?? '');
  const found = CONTINUOUS_PACKAGES.find((one) => one.slug === (slug ?? 'continuous_check'));
  if (!found) throw new ApiError(404, 'Package not found');
  return found;
}

function candidateOf(parts: Parts, { candidate, candidate_id }: Body): Candidate {
  if ((candidate === undefined) === (candidate_id === undefined)) {
    throw new ApiError(400, 'Give either candidate_id or candidate');
  }
  return candidate ? createCandidate(parts, candidate) : getCandidate(parts.store, candidate_id ?? '');
}

function outcomeWith(result: 'clear' | 'consider', { screenings }: OrderedPackage): Outcome {
  const ordinary = { name: `ordered to be ${result}`, lastFour: '', lastName: '' };
  if (result === 'clear') return ordinary;
  const types = screenings.map((screening) => screening.type).filter((type) => !kindOf(type).isPointerOnly);
  return { ...ordinary, finds: types.reverse() };
}
