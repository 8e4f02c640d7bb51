/** One answered request, without anything personal: ids and values are left out of the route. */
export interface LoggedRequest {
  at: string;
  route: string;
  status: number | null;
  durationMs: number;
  username: string | null;
}

/** The last requests, oldest first. */
export interface RequestLog {
  add(request: LoggedRequest): void;
  list(): LoggedRequest[];
  clear(): void;
}

const KEPT = 1000;

/** A log in memory. */
export function createRequestLog(): RequestLog {
  const requests: LoggedRequest[] = [];
  return {
    add(request) {
      requests.push(request);
      if (requests.length > KEPT) requests.shift();
    },
    list: () => [...requests],
    clear: () => void (requests.length = 0),
  };
}
