import { z } from 'zod';
import { Problem } from './problem.ts';
import { cachePath } from './project-root.ts';
import { runCommand } from './run-command.ts';

const PROGRAM = cachePath('salesforce-cli', 'node_modules', '@salesforce', 'cli', 'bin', 'run.js');
/** Neither tells Salesforce of its use nor looks for a newer one: that starts an `sf`, which need not be on the PATH. */
export const QUIET = {
  SF_DISABLE_TELEMETRY: 'true',
  SF_AUTOUPDATE_DISABLE: 'true',
  SF_DISABLE_AUTOUPDATE: 'true',
  SF_SKIP_NEW_VERSION_CHECK: 'true',
};
const orgSchema = z.object({ result: z.object({ instanceUrl: z.url() }) });
const tokenSchema = z.object({ result: z.object({ accessToken: z.string() }) });

/** The session the Salesforce CLI holds for an org. @throws Problem when it holds none. */
export async function adminSession(
  alias: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ accessToken: string; instanceUrl: string }> {
  const ask = async (...command: string[]): Promise<unknown> => {
    const args = [PROGRAM, 'org', ...command, '--target-org', alias, '--json'];
    const { stdout } = await runCommand(process.execPath, args, { env: { ...env, ...QUIET } });
    return jsonOrNull(stdout);
  };
  // The first renews the session; the second alone shows its token.
  const org = orgSchema.safeParse(await ask('display'));
  const token = tokenSchema.safeParse(await ask('auth', 'show-access-token'));
  if (!org.success || !token.success)
    throw new Problem(`The Salesforce CLI is not logged in to ${alias}: run scripts/setup-org --org ${alias} first.`);
  return { ...token.data.result, instanceUrl: org.data.result.instanceUrl.replace(/\/+$/, '') };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
