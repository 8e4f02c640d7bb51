import type { ReplayObject } from '../domain/replay-objects.ts';
import { momentFrom } from './moment.ts';
import { UsageError } from './usage-error.ts';
import type { Bench } from './workshop.ts';

/** What is to be looked at again; ids may be given several times. */
export interface ReplayNames {
  check: string[];
  report: string[];
  invitation: string[];
  event: string[];
  since?: string;
  until?: string;
}

/** What the names came to. */
export interface ReplayTargets {
  targets: { bench: Bench; target: ReplayObject }[];
  /** Checks and events that are in no org, or have nothing at Checkr to read again. */
  missing: string[];
  /** Whether the span holds more events than one run takes. */
  isCut: boolean;
}

const CHECK = /^(BC-\d+|[a-zA-Z0-9]{15}|[a-zA-Z0-9]{18})$/;

/** Looks up what is to be read again, in every org. @throws UsageError when nothing, or something impossible, is named */
export async function findTargets(benches: Bench[], names: ReplayNames, now: number): Promise<ReplayTargets> {
  refuseUnclear(names);
  const span = spanOf(names, now);
  const found = await Promise.all(benches.map(async (bench) => ({ bench, ...(await ofOrg(bench, names, span)) })));
  return {
    targets: found.flatMap(({ bench, targets }) => targets.map((target) => ({ bench, target }))),
    missing: [...names.check, ...names.event].filter((name) => found.every(({ missing }) => missing.includes(name))),
    isCut: found.some(({ isCut }) => isCut),
  };
}

function refuseUnclear({ check, report, invitation, event, since }: ReplayNames): void {
  if (since === undefined && [check, report, invitation, event].every(({ length }) => length === 0))
    throw new UsageError('Say what to replay: --check, --report, --invitation, --event or --since.');
  const unclear = check.find((each) => !CHECK.test(each));
  if (unclear !== undefined)
    throw new UsageError(`--check ${unclear}: give the id of the record (15 or 18 characters) or its name, BC-000001.`);
}

function spanOf({ since, until }: ReplayNames, now: number): { since: number; until: number } | null {
  if (since === undefined) return null;
  const span = {
    since: momentFrom(since, '--since'),
    until: until === undefined ? now : momentFrom(until, '--until'),
  };
  if (span.since >= span.until) throw new UsageError(`Nothing lies between ${since} and ${until ?? 'now'}.`);
  return span;
}

async function ofOrg(
  { findReplayTargets: find }: Bench,
  { check, report, invitation, event }: ReplayNames,
  span: { since: number; until: number } | null,
) {
  const none = { objects: [], missing: [] };
  const checks = check.length > 0 ? await find.ofChecks(check) : none;
  const events = event.length > 0 ? await find.ofEvents(event) : none;
  const inSpan = span ? await find.ofSpan(span.since, span.until) : { objects: [], isCut: false };
  const named: ReplayObject[] = [
    ...report.map((objectId) => ({ objectType: 'report' as const, objectId })),
    ...invitation.map((objectId) => ({ objectType: 'invitation' as const, objectId })),
  ];
  return {
    targets: [...named, ...checks.objects, ...events.objects, ...inSpan.objects],
    missing: [...checks.missing, ...events.missing],
    isCut: inSpan.isCut,
  };
}
