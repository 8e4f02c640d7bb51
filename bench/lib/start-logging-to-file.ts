import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../scripts/lib/free-port.ts';
import { pollUntil } from '../../scripts/lib/poll-until.ts';
import { projectRoot } from '../../scripts/lib/project-root.ts';
import { connectorEnv, type ConnectorSettings } from '../../scripts/lib/start-connector.ts';

/** A server under load. */
export interface LoadedServer {
  name: string;
  url: string;
  pid: number;
  stop(): Promise<unknown>;
}

const LIFELINE = join(projectRoot, 'scripts/lib/lifeline.ts');

/** The web process with its log going straight to a file: a line a request must not cost whoever sends them. */
export async function startWebLoggingToFile(settings: ConnectorSettings): Promise<LoadedServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = openSync(join(settings.logFolder, 'connector-web-loaded.log'), 'a');
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--import', LIFELINE, join(projectRoot, 'connector/src/web.ts')], {
    env: { PATH, HOME, ...connectorEnv(settings), PORT: String(port) },
    stdio: ['pipe', log, log],
  });
  const answers = () =>
    fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  await pollUntil(answers, { what: 'the web process to answer', deadlineMs: 60_000, everyMs: 100 });
  const stop = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  };
  return { name: 'web', url, pid: child.pid ?? 0, stop };
}
