import { Hono } from 'hono';
import { z } from 'zod';
import { notFound } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { readBody } from '../http/read-body.ts';
import type { Parts } from '../parts.ts';
import { outcomeFor } from '../reports/outcomes.ts';
import { planReport } from '../reports/plan-report.ts';
import { reportJson } from '../reports/report.ts';
import { reportMoves } from '../reports/report-moves.ts';
import { runSteps } from '../reports/run-steps.ts';

const body = z.strictObject({
  move: z.enum(['suspend', 'pause', 'resume', 'cancel', 'assess', 'dispute', 'settle']),
});

/** POST /reports/:id/moves: lets something happen to a report now; what was planned is dropped, resuming plans anew. */
export function reportControl(parts: Parts): Hono<AppEnv> {
  return new Hono<AppEnv>().post('/reports/:id/moves', async (c) => {
    const report = parts.store.reports.get(c.req.param('id'));
    const person = report && parts.store.candidates.get(report.candidate_id);
    if (!report || !person) throw notFound();
    const { move } = await readBody(c, body);
    const { story: _toldOnce, ...outcome } = outcomeFor(person);
    const course = { parts, report, outcome };
    report.callOffNextStep();
    reportMoves[move](course);
    if (move === 'resume') runSteps(parts, report, planReport(course));
    return c.json(reportJson(report));
  });
}
