import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync, readFileSync } from 'node:fs';
import { Redis } from 'ioredis';

/**
 * Loaded before a process of the connector (`--import`). At SIGUSR2 it reads from the file KILL_ORDER at which point to
 * die, and from then on writes down every point at which it could die: before and after each HTTP call and each Redis command
 * that writes. At the one it was told it dies as hard as a process can.
 */
const ORDER_FILE = process.env['KILL_ORDER'] ?? '';
let order: { point: string | null; occurrence: number; pointsFile: string } | undefined;
const seen = new Map<string, number>();

process.on('SIGUSR2', () => {
  seen.clear();
  order = JSON.parse(readFileSync(ORDER_FILE, 'utf8')) as NonNullable<typeof order>;
  appendFileSync(order.pointsFile, 'counting\n');
});

function reach(point: string): void {
  if (!order) return;
  const occurrence = (seen.get(point) ?? 0) + 1;
  seen.set(point, occurrence);
  appendFileSync(order.pointsFile, `${point}\n`);
  if (point === order.point && occurrence === order.occurrence) process.kill(process.pid, 'SIGKILL');
}

const routeOf = (message: unknown): string => {
  const { method = '', path = '' } = (message as { request: { method?: string; path?: string } }).request;
  const route = path.split('?')[0]?.replace(/[0-9a-zA-Z]{15,}/g, ':id') ?? '';
  return `${method} ${route.replace('/services/data/v66.0', '')}`;
};
subscribe('undici:request:create', (message) => reach(`before ${routeOf(message)}`));
subscribe('undici:request:trailers', (message) => reach(`after ${routeOf(message)}`));
// What goes to addresses others chose.
subscribe('http.client.request.start', (message) => reach(`before ${routeOf(message)}`));
subscribe('http.client.response.finish', (message) => reach(`after ${routeOf(message)}`));

/** What only reads, waits or belongs to the connection itself. */
const HARMLESS = new Set([
  ...['info', 'client', 'hello', 'ping', 'bzpopmin', 'exists', 'get', 'hgetall', 'script', 'select', 'auth', 'quit'],
  // What a timer does may fall between any two others.
  ...['moveStalledJobsToWait', 'extendLock', 'extendLocks'],
]);

type Command = Parameters<Redis['sendCommand']>[0];
const sendCommand = Redis.prototype.sendCommand;
Redis.prototype.sendCommand = function patched(this: Redis, command: Command, stream) {
  const name = nameOf(this, command);
  if (HARMLESS.has(name)) return sendCommand.call(this, command, stream);
  reach(`before redis ${name}`);
  const answer = sendCommand.call(this, command, stream);
  void Promise.resolve(answer).then(
    () => reach(`after redis ${name}`),
    () => undefined,
  );
  return answer;
};

/** A script by the name it was given, not by its hash. */
function nameOf(redis: Redis, command: Command): string {
  const name = command.name.toLowerCase();
  if (name !== 'evalsha') return name;
  const { scriptsSet = {} } = redis as unknown as { scriptsSet?: Record<string, { sha: string }> };
  const script = Object.entries(scriptsSet).find(([, { sha }]) => sha === command.args[0]);
  return script?.[0].split(':')[0] ?? name;
}
