/** How many API calls the org has answered in the last 24 hours, and how many it may. */
export interface Usage {
  count(route: string): void;
  /** Calls since the start or the last reset, by method and route (ids left out). */
  perRoute(): Record<string, number>;
  /** In the last 24 hours. */
  used(): number;
  limit(): number;
  isUsedUp(): boolean;
  /** `api-usage=12/15000`, the value of the header `Sforce-Limit-Info`. */
  info(): string;
  setLimit(limit: number, used?: number): void;
  reset(): void;
}

const DEVELOPER_LIMIT = 15_000;
const HOUR_MS = 3_600_000;
const WINDOW_HOURS = 24;

/** A counter from zero, in hours of the org's clock. */
export function createUsage(now: () => Date): Usage {
  const routes = new Map<string, number>();
  const hours = new Map<number, number>();
  let limit = DEVELOPER_LIMIT;
  const hour = () => Math.floor(now().getTime() / HOUR_MS);
  const add = (calls: number) => void hours.set(hour(), (hours.get(hour()) ?? 0) + calls);
  const used = () => [...hours].reduce((sum, [each, calls]) => (each > hour() - WINDOW_HOURS ? sum + calls : sum), 0);
  return {
    count(route) {
      add(1);
      routes.set(route, (routes.get(route) ?? 0) + 1);
    },
    perRoute: () => Object.fromEntries([...routes].sort()),
    used,
    limit: () => limit,
    isUsedUp: () => used() >= limit,
    info: () => `api-usage=${used()}/${limit}`,
    setLimit(newLimit, newUsed) {
      limit = newLimit;
      if (newUsed === undefined) return;
      hours.clear();
      add(newUsed);
    },
    reset() {
      routes.clear();
      hours.clear();
      limit = DEVELOPER_LIMIT;
    },
  };
}
