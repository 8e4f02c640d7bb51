import { broken, ok, unsure, warning, type Finding } from '../../domain/finding.ts';
import type { ProbeAddress, ReadClock } from '../../domain/survey.ts';

/** Beyond it Salesforce refuses assertions and Checkr's and our times cannot be compared. */
const MAX_SKEW_MS = 60_000;

/** Whether the web process can be reached at the address given to Salesforce and Checkr. */
export async function examineWeb(publicUrl: string | null, probe: ProbeAddress): Promise<Finding> {
  if (publicUrl === null)
    return unsure('web', 'PUBLIC_URL is not set, so the doors were not tried.', 'Set it to https://<your app>.');
  const status = await probe(`${publicUrl}/ready`);
  if (status === 200) return ok('web', `${publicUrl} answers and is ready.`);
  const mend = 'Start the web process (Heroku: heroku ps:scale web=1), look at its log, and check PUBLIC_URL.';
  if (status === null) return broken('web', `${publicUrl} does not answer.`, mend);
  return broken('web', `${publicUrl}/ready answers ${status}.`, mend);
}

/** Holds this machine's clock against another's. */
export async function examineClock(
  server: { name: string; url: string },
  { readClock, now }: { readClock: ReadClock; now: () => number },
): Promise<Finding> {
  const step = `clock-${server.name}`;
  const theirs = await readClock(server.url);
  if (theirs === null) return unsure(step, 'The server does not tell its time.', 'Nothing to do, unless logins fail.');
  const skewMs = Math.abs(now() - theirs);
  const words = `This machine's clock differs by ${Math.round(skewMs / 1000)} s.`;
  if (skewMs <= MAX_SKEW_MS) return ok(step, words);
  return warning(step, words, 'Set the clock of this machine; logins by key fail beyond a few minutes.');
}
