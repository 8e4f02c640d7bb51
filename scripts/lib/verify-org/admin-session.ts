import { z } from 'zod';
import { Problem } from '../problem.ts';
import { cachePath } from '../project-root.ts';
import { runCommand } from '../run-command.ts';

const PROGRAM = cachePath('salesforce-cli', 'node_modules', '@salesforce', 'cli', 'bin', 'run.js');
const displaySchema = z.object({ result: z.object({ accessToken: z.string(), instanceUrl: z.url() }) });

/** The session the Salesforce CLI holds for an org. @throws Problem when it holds none. */
export async function adminSession(alias: string): Promise<{ accessToken: string; instanceUrl: string }> {
  const args = [PROGRAM, 'org', 'display', '--target-org', alias, '--verbose', '--json'];
  const { stdout } = await runCommand(process.execPath, args, {
    env: { ...process.env, SF_DISABLE_TELEMETRY: 'true' },
  });
  const parsed = displaySchema.safeParse(jsonOrNull(stdout));
  if (!parsed.success)
    throw new Problem(`The Salesforce CLI is not logged in to ${alias}: run scripts/setup-org --org ${alias} first.`);
  return parsed.data.result;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
