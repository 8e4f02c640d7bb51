/** How many API calls the org has answered today, and how many it may. */
export interface Usage {
  count(route: string): void;
  /** Calls since the start or the last reset, by method and route (ids left out). */
  perRoute(): Record<string, number>;
  used(): number;
  limit(): number;
  setLimit(limit: number, used?: number): void;
  reset(): void;
}

const DEVELOPER_LIMIT = 15_000;

/** A counter from zero. */
export function createUsage(): Usage {
  const routes = new Map<string, number>();
  let used = 0;
  let limit = DEVELOPER_LIMIT;
  return {
    count(route) {
      used += 1;
      routes.set(route, (routes.get(route) ?? 0) + 1);
    },
    perRoute: () => Object.fromEntries([...routes].sort()),
    used: () => used,
    limit: () => limit,
    setLimit(newLimit, newUsed) {
      limit = newLimit;
      used = newUsed ?? used;
    },
    reset() {
      routes.clear();
      used = 0;
      limit = DEVELOPER_LIMIT;
    },
  };
}
