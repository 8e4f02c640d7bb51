import { flowError, oneOf, refuseUnknown, required, type FlowXml } from '../flow-xml.ts';

const DAY_MS = 24 * 3_600_000;
const STEP_MS = { Once: 0, Daily: DAY_MS, Weekly: 7 * DAY_MS };

/** When a scheduled flow runs, in the org's time zone, which is UTC. */
export interface Schedule {
  frequency: keyof typeof STEP_MS;
  /** The first run: ISO 8601, UTC. */
  start: string;
}

/** A `<schedule>` element. @throws Error naming a frequency or setting the simulated org does not have. */
export function readSchedule(xml: FlowXml): Schedule {
  refuseUnknown(xml, ['frequency', 'startDate', 'startTime']);
  const frequency = oneOf(xml, 'frequency', ['Once', 'Daily', 'Weekly']);
  const start = new Date(`${required(xml, 'startDate')}T${required(xml, 'startTime').replace(/Z?$/, 'Z')}`);
  if (Number.isNaN(start.getTime())) throw flowError(xml, '<startDate> and <startTime> are no time');
  return { frequency, start: start.toISOString() };
}

/** The first run after a moment; undefined when there is none any more. */
export function nextRun({ frequency, start }: Schedule, after: Date): Date | undefined {
  const first = new Date(start).getTime();
  if (first > after.getTime()) return new Date(first);
  const step = STEP_MS[frequency];
  if (step === 0) return undefined;
  return new Date(first + (Math.floor((after.getTime() - first) / step) + 1) * step);
}
