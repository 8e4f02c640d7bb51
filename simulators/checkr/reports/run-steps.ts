import type { Parts } from '../parts.ts';
import type { Report } from './report.ts';

/** One thing that happens to a report, so many simulated seconds after the step before. */
export interface Step {
  waitSeconds: number;
  run: () => void;
}

/** Lets the steps happen one after the other; an earlier plan of the same report is dropped. */
export function runSteps(parts: Parts, report: Report, steps: Step[]): void {
  report.callOffNextStep();
  const [next, ...rest] = steps;
  if (!next) return;
  report.callOffNextStep = parts.timeline.after(next.waitSeconds, () => {
    next.run();
    runSteps(parts, report, rest);
  });
}
