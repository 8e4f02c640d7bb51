import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findOnPath } from './find-on-path.ts';
import { Problem } from './problem.ts';
import { cachePath } from './project-root.ts';
import { runCommand, type CommandResult } from './run-command.ts';

/** Whether this system's packages can be fetched and unpacked without installing them. */
export function hasDebianPackages(): boolean {
  return findOnPath(['apt-get']) !== undefined && findOnPath(['dpkg']) !== undefined;
}

/**
 * Unpacks Debian packages, and what they need beyond what the system has, into the folder `into`; needs no root and
 * installs nothing. A folder that exists is complete: it is made under another name and moved there at the end.
 * @throws Problem naming the command that failed.
 */
export async function unpackPackages({ names, into }: { names: string[]; into: string }): Promise<void> {
  if (existsSync(into)) return;
  const workshop = `${into}.${process.pid}.part`;
  await mkdir(join(workshop, 'root'), { recursive: true });
  try {
    await download(names, workshop);
    for (const file of await readdir(workshop)) {
      if (file.endsWith('.deb')) await mustRun('dpkg', ['-x', file, 'root'], workshop);
    }
    // Another copy may have been faster: its folder is as good as ours.
    await rename(join(workshop, 'root'), into).catch((error: unknown) => {
      if (!existsSync(into)) throw error;
    });
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** The system's package lists may be absent or old; then lists of our own are fetched and it is tried once more. */
async function download(names: string[], folder: string): Promise<void> {
  const first = await tryDownload(names, folder, []);
  if (first.code === 0) return;
  const options = await ownLists();
  await mustRun('apt-get', [...options, 'update'], folder);
  const second = await tryDownload(names, folder, options);
  if (second.code !== 0) throw new Problem(`apt-get could not download ${names.join(', ')}: ${lastLine(second)}`);
}

async function tryDownload(names: string[], folder: string, options: string[]): Promise<CommandResult> {
  const plan = ['install', '--simulate', '--reinstall', '--no-install-recommends', ...names];
  const planned = await runCommand('apt-get', [...options, ...plan], { cwd: folder, env: plainEnglish() });
  if (planned.code !== 0) return planned;
  const args = [...options, '-o', 'APT::Sandbox::User=root', 'download', ...packagesToFetch(planned.stdout)];
  return runCommand('apt-get', args, { cwd: folder, env: plainEnglish() });
}

/** `name=version` of every package in the output of `apt-get install --simulate`. */
export function packagesToFetch(simulation: string): string[] {
  return [...simulation.matchAll(/^Inst (\S+) (?:\[\S+\] )?\((\S+)/gm)].map(
    ([, name, version]) => `${name}=${version}`,
  );
}

async function ownLists(): Promise<string[]> {
  const [lists, cache] = [cachePath('apt', 'lists'), cachePath('apt', 'cache')];
  await mkdir(join(lists, 'partial'), { recursive: true });
  await mkdir(join(cache, 'archives', 'partial'), { recursive: true });
  const settings = [
    `Dir::State::lists=${lists}`,
    `Dir::Cache=${cache}`,
    'APT::Sandbox::User=root',
    'Debug::NoLocking=1',
  ];
  return settings.flatMap((setting) => ['-o', setting]);
}

async function mustRun(file: string, args: string[], cwd: string): Promise<void> {
  const result = await runCommand(file, args, { cwd, env: plainEnglish() });
  if (result.code !== 0) throw new Problem(`${file} ${args.at(-1)} failed: ${lastLine(result)}`);
}

const plainEnglish = () => ({ ...process.env, LC_ALL: 'C' });

function lastLine({ stdout, stderr }: CommandResult): string {
  return (stderr.trim() || stdout.trim()).split('\n').at(-1) ?? '';
}
