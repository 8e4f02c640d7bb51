import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { COMMANDS } from './commands.ts';
import { tellPlatform } from './tell-platform.ts';

process.exitCode = await main(process.argv.slice(2));

/** The `heroku` command, on this machine. */
async function main([name = '', ...rest]: string[]): Promise<number> {
  const form = COMMANDS[name];
  if (!form) return refuse(`${name || 'heroku'} is not a heroku command this simulator knows; see coverage.md.`);
  try {
    const { values: flags, positionals: words } = parseArgs({
      args: rest,
      options: form.flags,
      allowPositionals: true,
    });
    if (words.length < form.words.least || words.length > form.words.most)
      return refuse(`heroku ${name} takes ${form.words.least} to ${form.words.most} words, not ${words.length}.`);
    const remote = String(flags['remote'] ?? 'heroku');
    const where = form.onApp ? (flags['app'] === undefined ? { git: urlOf(remote) } : { name: flags['app'] }) : {};
    const { exit, gitUrl } = await tellPlatform('/commands', { name, words, flags, ...where });
    if (gitUrl !== undefined) git('remote', 'add', remote, gitUrl);
    return exit;
  } catch (error) {
    return refuse((error as Error).message);
  }
}

/** The app is the one the git remote of this folder leads to. */
function urlOf(remote: string): string {
  try {
    return git('remote', 'get-url', remote).trim();
  } catch {
    throw new Error('Missing required flag app: this folder has no git remote to a Heroku app.');
  }
}

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function refuse(words: string): number {
  process.stderr.write(` ›   Error: ${words}\n`);
  return 2;
}
