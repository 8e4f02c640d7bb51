import { serveCheckr } from '../serve.ts';
import { createManualClock } from '../time/manual-clock.ts';
import { callCheckr } from './call-checkr.ts';
import type { Answer } from './call-checkr.ts';

/** The first key of the account. */
export const API_KEY = 'key-of-the-tests';
const TIME_SCALE = 60;

/** A simulator on a free port; its clock moves only when told to. */
export interface StartedCheckr {
  url: string;
  /** Calls with the first key; a text is sent as a form, FormData as an upload, any other body as JSON. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Lets so many simulated seconds go by. */
  pass(seconds: number): void;
  close(): Promise<void>;
}

/** Starts it; `options` replace what the simulator is set up with. */
export async function startCheckr(options: Partial<Parameters<typeof serveCheckr>[0]> = {}): Promise<StartedCheckr> {
  const clock = createManualClock(Date.parse('2026-03-02T18:00:00Z'));
  const { timeScale = TIME_SCALE } = options;
  const served = await serveCheckr({ apiKeys: [API_KEY, 'second-key'], uriName: 'acme', timeScale, clock, ...options });
  return {
    url: served.url,
    call: (method, path, body, headers) => callCheckr({ url: served.url + path, method, body, headers, key: API_KEY }),
    pass: (seconds) => clock.advance((seconds * 1000) / timeScale),
    close: served.close,
  };
}
