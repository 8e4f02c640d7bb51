import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import type { Tell } from '../platform/app.ts';

interface Step {
  file: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
  tell: Tell;
}

/** Runs a step of a build and passes on its lines. @throws Error when it ends badly */
export async function runToEnd({ file, args, cwd, env, tell }: Step): Promise<void> {
  const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = new PassThrough();
  child.stdout.pipe(said, { end: false });
  child.stderr.pipe(said, { end: false });
  child.once('close', () => said.end());
  const [, [code]] = await Promise.all([pass(said, tell), once(child, 'close') as Promise<[number | null]>]);
  if (code !== 0) throw new Error(`${file} ${args[0] ?? ''} ended with ${String(code)}`);
}

async function pass(said: PassThrough, tell: Tell): Promise<void> {
  for await (const line of createInterface({ input: said })) tell(line);
}
