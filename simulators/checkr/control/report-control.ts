import { Hono } from 'hono';
import { z } from 'zod';
import { ApiError, notFound } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { readBody } from '../http/read-body.ts';
import type { Parts } from '../parts.ts';
import { getReport } from '../reports/get-report.ts';
import { outcomeOf } from '../reports/outcome-of.ts';
import { planAssessment, planReport } from '../reports/plan-report.ts';
import { reportJson } from '../reports/report.ts';
import { reportMoves } from '../reports/report-moves.ts';
import type { Course } from '../reports/report-moves.ts';
import { runSteps } from '../reports/run-steps.ts';
import type { Step } from '../reports/run-steps.ts';

const result = z.enum(['clear', 'consider']);
const body = z.discriminatedUnion('move', [
  z.strictObject({ move: z.enum(['suspend', 'pause', 'resume', 'cancel', 'assess', 'dispute']) }),
  z.strictObject({ move: z.literal('settle'), result: result.default('clear') }),
  z.strictObject({ move: z.literal('revise'), result }),
]);
type Move = z.infer<typeof body>;

/** POST /reports/:id/moves: lets something happen to a report now; what was planned is dropped, resuming plans anew. */
export function reportControl(parts: Parts): Hono<AppEnv> {
  return new Hono<AppEnv>().post('/reports/:id/moves', async (c) => {
    const report = getReport(parts.store, c.req.param('id'));
    const person = parts.store.candidates.get(report.candidate_id);
    if (!person) throw notFound();
    const asked = await readBody(c, body);
    const { story: _toldOnce, ...outcome } = outcomeOf(report, person);
    const course = { parts, report, outcome };
    if (asked.move === 'revise' && report.status !== 'complete') {
      throw new ApiError(400, `Only a complete report can be revised; this one is ${report.status}`);
    }
    report.callOffNextStep();
    make(course, asked);
    runSteps(parts, report, stepsAfter(course, asked));
    return c.json(reportJson(report));
  });
}

function make(course: Course, asked: Move): void {
  if (asked.move === 'settle' || asked.move === 'revise') reportMoves[asked.move](course, asked.result);
  else reportMoves[asked.move](course);
}

function stepsAfter(course: Course, { move }: Move): Step[] {
  if (move === 'resume') return planReport(course);
  return move === 'revise' || move === 'settle' ? planAssessment(course) : [];
}
