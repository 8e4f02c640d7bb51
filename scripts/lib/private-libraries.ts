import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';

/** The environment in which a program unpacked under `root` finds the libraries unpacked with it, PulseAudio's too. */
export function libraryPath(root: string): { LD_LIBRARY_PATH: string } {
  const folders = ['usr/lib', 'lib'].map((folder) => join(root, folder)).filter((folder) => existsSync(folder));
  const perMachine = folders.flatMap((folder) => {
    const names = readdirSync(folder).filter((name) => name.includes('-linux-'));
    return names.flatMap((name) => [join(folder, name), join(folder, name, 'pulseaudio')]);
  });
  return { LD_LIBRARY_PATH: perMachine.join(':') };
}

/** Names of the shared libraries the program needs and nobody has. */
export async function missingLibraries(file: string, env: { LD_LIBRARY_PATH: string }): Promise<string[]> {
  const { stdout } = await runCommand('ldd', [file], { env: { ...process.env, ...env } });
  return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => String(name));
}
