import type { Logger } from 'pino';

/** Heroku kills 30 seconds after SIGTERM. */
const DEADLINE_MS = 25_000;

/** Runs the steps one after another at the first SIGTERM or SIGINT, then ends the process; at the deadline it ends anyway. */
export function onShutdown(log: Logger, steps: (() => Promise<unknown>)[]): void {
  let isEnding = false;
  const end = async (signal: string): Promise<void> => {
    if (isEnding) return;
    isEnding = true;
    log.info({ signal }, 'shutting down');
    setTimeout(() => process.exit(1), DEADLINE_MS).unref();
    for (const step of steps)
      await step().catch((error: Error) => log.error({ error: error.name }, 'shutdown step failed'));
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, (name: string) => void end(name));
}
