import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { logLine, type App, type Dyno, type Slug, type Tell } from '../platform/app.ts';
import { freePort } from '../platform/free-port.ts';

interface DynoOrder {
  slug: Slug;
  config: Record<string, string>;
  name: string;
  command: string;
  tell?: Tell;
}

/** A web dyno that does not listen by then is killed (R10). */
const BOOT_MS = 60_000;
/** Between SIGTERM and SIGKILL. */
const GRACE_MS = 30_000;

/** Starts a process with the config vars, what the platform and its Node buildpack add, and nothing else. */
export async function startDyno(app: App, { slug, config, name, command, tell }: DynoOrder): Promise<Dyno> {
  const port = name.startsWith('web.') ? await freePort() : null;
  const child = spawn('/bin/bash', ['-c', command], {
    cwd: slug.folder,
    env: environment({ slug, config, name, port }),
    stdio: ['ignore', 'pipe', 'pipe'],
    // Signals go to every process of the dyno.
    detached: true,
  });
  const dyno: Dyno = { name, process: child, port, isUp: port === null };
  app.dynos.push(dyno);
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      logLine(app, name, line);
      tell?.(line);
    });
  child.once('exit', (code, signal) => {
    app.dynos = app.dynos.filter((each) => each !== dyno);
    logLine(app, name, `Process exited with status ${String(code ?? signal)}`);
  });
  if (port !== null) void watchBoot(app, dyno, port);
  return dyno;
}

/** Resolves with the status when it has ended and said everything. */
export async function endOf({ process: child }: Dyno): Promise<number> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}

/** SIGTERM to all its processes, SIGKILL after 30 s. */
export async function stopDyno({ process: child }: Dyno): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  signal(child, 'SIGTERM');
  const hard = setTimeout(() => signal(child, 'SIGKILL'), GRACE_MS);
  await ended;
  clearTimeout(hard);
}

function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid !== undefined) process.kill(-pid, name);
}

function environment({ slug, config, name, port }: Omit<DynoOrder, 'command'> & { port: number | null }) {
  const platform = { DYNO: name, HOME: slug.folder, ...(port === null ? {} : { PORT: String(port) }) };
  const buildpack = { NODE_ENV: 'production', WEB_CONCURRENCY: '1', MEMORY_AVAILABLE: '512', WEB_MEMORY: '512' };
  const path = [dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin', `${slug.folder}/node_modules/.bin`];
  return { ...buildpack, ...config, ...platform, PATH: path.join(':') };
}

async function watchBoot(app: App, dyno: Dyno, port: number): Promise<void> {
  const end = Date.now() + BOOT_MS;
  while (app.dynos.includes(dyno)) {
    if (await isListening(port)) return void (dyno.isUp = true);
    if (Date.now() > end) {
      logLine(app, 'heroku', `Error R10 (Boot timeout) -> ${dyno.name} did not listen on $PORT within 60 seconds`);
      return signal(dyno.process, 'SIGKILL');
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
