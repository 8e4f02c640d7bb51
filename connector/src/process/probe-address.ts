import type { ProbeAddress, ReadClock } from '../domain/survey.ts';

const TIMEOUT_MS = 10_000;

/** What an address answers to a plain GET. */
export const probeAddress: ProbeAddress = async (url) => (await ask(url))?.status ?? null;

/** The time in the `Date` header of whatever the address answers. */
export const readClock: ReadClock = async (url) => {
  const ms = Date.parse((await ask(url))?.headers.get('date') ?? '');
  return Number.isNaN(ms) ? null : ms;
};

async function ask(url: string): Promise<Response | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'manual' });
    await response.body?.cancel();
    return response;
  } catch {
    return null;
  }
}
