import autocannon from 'autocannon';
import { processorMicroseconds, residentMegabytes } from './process-use.ts';

/** A request, made anew for each. */
export type MakeRequest = () => { body: string; headers: Record<string, string> };

export interface LoadOptions {
  url: string;
  pid: number;
  seconds: number;
  connections: number;
  makeRequest: MakeRequest;
}

export interface LoadResult {
  perSecond: number;
  /** Processor time of the server for each request, in microseconds. */
  microseconds: number;
  /** What the server held afterwards. */
  megabytes: number;
}

/** Sends as many requests as are answered. @throws Error when one is refused. */
export async function load({ url, pid, seconds, connections, makeRequest }: LoadOptions): Promise<LoadResult> {
  const before = processorMicroseconds(pid);
  const setupRequest = (request: autocannon.Request): autocannon.Request => ({ ...request, ...makeRequest() });
  const result = await autocannon({
    ...{ url, method: 'POST', duration: seconds, connections },
    requests: [{ setupRequest }],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  const count = result['2xx'];
  const microseconds = (processorMicroseconds(pid) - before) / count;
  return { perSecond: count / result.duration, microseconds, megabytes: residentMegabytes(pid) };
}
