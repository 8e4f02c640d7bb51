import { UsageError } from './usage-error.ts';

/** A day, or a moment with its zone: `11/12/2026` is one day here and another there. */
const WRITTEN = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

/** A moment as it was typed; a day begins at midnight UTC. @throws UsageError */
export function momentFrom(text: string, option: string): number {
  const ms = WRITTEN.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) throw new UsageError(`${option} ${text}: write it as 2026-11-20 or 2026-11-20T12:00:00Z.`);
  return ms;
}
