import type { Launcher } from './launcher.ts';
import { signIn, type OrgSession } from './org-session.ts';
import { createRunKeys, type RunKeys } from './run-keys.ts';
import type { StackOptions } from './stack-options.ts';
import type { CheckrAddress } from './start-connector.ts';
import type { Program } from './start-program.ts';
import { startAts, type RunningAts } from './start-ats.ts';
import { startCheckr, startOrg } from './start-simulators.ts';

/** What the connector stands between: an org without our package yet, and a Checkr. */
export interface World {
  keys: RunKeys;
  org: Program;
  /** Unset when another Checkr is used. */
  checkrProgram: Program | undefined;
  checkr: CheckrAddress;
  /** Unset unless asked for. */
  ats: RunningAts | undefined;
  admin: OrgSession;
}

const TIME_SCALE = 60;

/** Starts the simulators and signs in to the org as its administrator. */
export async function startWorld(launcher: Launcher, options: StackOptions): Promise<World> {
  const keys = createRunKeys();
  const { ports = {}, otherCheckr, logFolder, timeScale = TIME_SCALE } = options;
  const common = { keys, logFolder, timeScale };
  const org = await launcher.launch('Simulated org', () => startOrg({ ...common, port: ports.org ?? 0 }));
  const checkrProgram =
    otherCheckr !== undefined && ports.checkr === undefined
      ? undefined
      : await launcher.launch('Simulated Checkr', () =>
          startCheckr({
            ...common,
            port: ports.checkr ?? 0,
            // Since 2025 Checkr takes no report without the signed consent.
            args: [...(options.direct ? ['--require-consent'] : []), ...(options.checkrArgs ?? [])],
          }),
        );
  const checkrUrl = otherCheckr?.url ?? checkrProgram?.url ?? '';
  const checkr = checkrAddress(checkrUrl, otherCheckr?.apiKey ?? keys.checkrApiKey);
  const ats = options.ats ? await startAts({ logFolder }) : undefined;
  if (ats) await launcher.launch('Simulated ATS', () => Promise.resolve(ats.program));
  return { keys, org, checkrProgram, checkr, ats, admin: await signIn(org.url, 'admin@example.org', keys) };
}

/** `http://host` means the API at `/v1`; a path that is given is kept. */
export function checkrAddress(url: string, apiKey: string): CheckrAddress {
  const { origin, pathname } = new URL(url);
  const path = pathname === '/' ? '/v1' : pathname.replace(/\/$/, '');
  return { apiBase: `${origin}${path}`, dashboardUrl: origin, apiKey };
}
