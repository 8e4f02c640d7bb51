const PACIFIC = 'America/Los_Angeles';
const VALID_DAYS = 7;
const HOUR_MS = 3_600_000;
/** Hours the Pacific coast is behind UTC, in summer and in winter. */
const PACIFIC_OFFSETS = [7, 8];

const pacificTime = new Intl.DateTimeFormat('en-CA', {
  timeZone: PACIFIC,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** When an invitation made at that moment ends: the last second of the seventh day after, on the Pacific coast. */
export function invitationExpiry(createdAt: Date): Date {
  const { year, month, day } = pacificParts(createdAt);
  const wallClockMs = Date.UTC(year, month - 1, day + VALID_DAYS, 23, 59, 59);
  const candidates = PACIFIC_OFFSETS.map((hours) => new Date(wallClockMs + hours * HOUR_MS));
  // The right offset is the one under which the coast's clock shows hour 23.
  const expiry = candidates.find((moment) => pacificParts(moment).hour === 23);
  if (!expiry) throw new Error(`No Pacific end of day found for ${createdAt.toISOString()}`);
  return expiry;
}

function pacificParts(moment: Date): { year: number; month: number; day: number; hour: number } {
  const parts = new Map(pacificTime.formatToParts(moment).map((part) => [part.type, Number(part.value)]));
  const get = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? NaN;
  return { year: get('year'), month: get('month'), day: get('day'), hour: get('hour') };
}
