import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

/** How often each command was sent by a client; what a script does inside Redis is no journey. */
export type RedisCommands = Record<string, number>;

/** A line of MONITOR: time, database and sender, command. */
const LINE = /^\+[\d.]+ \[\d+ (\S+)\] "([^"]+)"/;
/** For lines that are still on their way. */
const REST_MS = 50;

/** Counts the commands every client sends meanwhile. By a socket: a client's own monitor fails when lines come with its OK. */
export async function countRedisCommands(redisUrl: string, work: () => Promise<unknown>): Promise<RedisCommands> {
  const { hostname, port } = new URL(redisUrl);
  const socket = connect(Number(port), hostname);
  const counts: RedisCommands = {};
  const lines = createInterface(socket).on('line', (line) => {
    const [, sender, command = ''] = LINE.exec(line) ?? [];
    if (sender && sender !== 'lua') counts[command.toLowerCase()] = (counts[command.toLowerCase()] ?? 0) + 1;
  });
  socket.write('MONITOR\r\n');
  await once(lines, 'line');
  await work();
  await delay(REST_MS);
  socket.destroy();
  return counts;
}

/** All of them. */
export function sumOf(commands: RedisCommands): number {
  return Object.values(commands).reduce((sum, count) => sum + count, 0);
}
