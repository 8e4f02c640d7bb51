import { subscribe } from 'node:diagnostics_channel';
import { Redis } from 'ioredis';

/**
 * Loaded before the worker (`--import`). From SIGUSR2 on it counts every point at which a worker could die: before and
 * after each HTTP call and each Redis command that writes. At the KILL_AT-th it dies as hard as a process can.
 */
const killAt = Number(process.env['KILL_AT'] ?? 0);
let isCounting = false;
let points = 0;

process.on('SIGUSR2', () => {
  isCounting = true;
});

function reach(point: string): void {
  if (!isCounting) return;
  points += 1;
  process.stdout.write(`${JSON.stringify({ msg: 'point', number: points, point })}\n`);
  if (points === killAt) process.kill(process.pid, 'SIGKILL');
}

const routeOf = (message: unknown): string => {
  const { method = '', path = '' } = (message as { request: { method?: string; path?: string } }).request;
  return `${method} ${path.split('?')[0]?.replace(/[0-9a-zA-Z]{15,}/g, ':id') ?? ''}`;
};
subscribe('undici:request:create', (message) => reach(`before ${routeOf(message)}`));
subscribe('undici:request:trailers', (message) => reach(`after ${routeOf(message)}`));

/** What only reads, waits or belongs to the connection itself. */
const HARMLESS = new Set([
  'info',
  'client',
  'hello',
  'ping',
  'bzpopmin',
  'exists',
  'get',
  'hgetall',
  'script',
  'select',
  'auth',
  'quit',
]);

type Command = Parameters<Redis['sendCommand']>[0];
const sendCommand = Redis.prototype.sendCommand;
Redis.prototype.sendCommand = function patched(this: Redis, command: Command, stream) {
  const name = command.name.toLowerCase();
  if (HARMLESS.has(name)) return sendCommand.call(this, command, stream);
  reach(`before redis ${name}`);
  const answer = sendCommand.call(this, command, stream);
  void Promise.resolve(answer).then(
    () => reach(`after redis ${name}`),
    () => undefined,
  );
  return answer;
};
