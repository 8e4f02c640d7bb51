import { UsageError } from './usage-error.ts';
import type { CliContext } from './workshop.ts';

const SHORTEST = 12;

/** `hash-password`: a password from the input as it may lie in the configuration. */
export async function hashPasswordCommand({ readInput, hashSecret, say, end }: CliContext): Promise<void> {
  const password = (await readInput(undefined)).toString('utf8').replace(/\r?\n$/, '');
  if (password.length < SHORTEST) throw new UsageError(`Pipe in a password of ${SHORTEST} or more characters.`);
  const hash = await hashSecret(password);
  say.json({ ADMIN_PASSWORD_HASH: hash });
  say.line(`ADMIN_PASSWORD_HASH=${hash}`);
  end(0);
}
