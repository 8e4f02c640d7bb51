import { afterAll, beforeAll, expect, test } from 'vitest';
import { adverseAction, cancelAdverseAction, finalizeClear } from './jobs/decisions.ts';
import { atsOrder, notifyAts } from './jobs/ats.ts';
import { cancelReport, resend, upgrade } from './jobs/commands.ts';
import { order, resume } from './jobs/ordering.ts';
import { result } from './jobs/result.ts';
import { vendorResult } from './jobs/vendor-result.ts';
import type { KillJob } from './kill-job.ts';
import { startKiller, type Killer } from './killer.ts';

let killer: Killer;
beforeAll(async () => {
  killer = await startKiller();
});
afterAll(() => killer.close());

const WRITTEN = 'after POST /composite/graph';

/** Where dying costs most; `npm run faults` dies at every point of every job, twice. */
const SAMPLE: [KillJob, string, number][] = [
  [order, 'after POST /v1/candidates', 1],
  [order, 'after POST /v1/invitations', 1],
  [order, WRITTEN, 2],
  [resume, 'after POST /v1/invitations', 1],
  [result, WRITTEN, 1],
  [resend, 'after POST /v1/invitations', 1],
  [upgrade, 'after POST /v1/reports/:id', 1],
  [cancelReport, 'after POST /v1/reports/:id/complete', 1],
  [finalizeClear, 'after POST /v1/reports/:id', 1],
  [adverseAction, 'after POST /v1/reports/:id/adverse_actions', 1],
  [cancelAdverseAction, 'after DELETE /v1/adverse_actions/:id', 1],
  [atsOrder, 'after POST /composite', 2],
  [notifyAts, WRITTEN, 1],
  [vendorResult, WRITTEN, 1],
];

test.each(SAMPLE.map(([job, point, occurrence]) => [job.name, point, occurrence, job] as const))(
  '%s: a process that dies %s (%i) leaves everything done once and the right record',
  async (_name, point, occurrence, job) => {
    const { died, wrong } = await killer.kill(job, { point, occurrence });
    expect(wrong).toEqual([]);
    expect(died).toBe(true);
  },
);
