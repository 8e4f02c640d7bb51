import { randomUUID } from 'node:crypto';
import { Agent, createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { logLine, type App } from './app.ts';

/** Until the first byte of an answer. */
const ANSWER_MS = 30_000;
const KEPT_MS = 90_000;

/** What stands before the web dynos of one app; `app` is asked at each request. @returns it once it listens */
export async function startRouter(app: () => App): Promise<Server> {
  const agent = new Agent({ keepAlive: true, timeout: KEPT_MS });
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const up = app().dynos.filter(({ port, isUp }) => port !== null && isUp);
    const dyno = up[turn++ % (up.length || 1)];
    if (!dyno?.port) return refuse(outgoing, app(), (app().formation['web'] ?? 0) > 0 ? 'H10' : 'H14');
    forward({ incoming, outgoing, agent, port: dyno.port, onFailure: (code) => refuse(outgoing, app(), code) });
  });
  server.once('close', () => agent.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

interface Passage {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
  agent: Agent;
  port: number;
  onFailure: (code: string) => void;
}

function forward({ incoming, outgoing, agent, port, onFailure }: Passage): void {
  const headers = {
    ...incoming.headers,
    'x-request-id': headerOf(incoming, 'x-request-id') ?? randomUUID(),
    'x-forwarded-for': [headerOf(incoming, 'x-forwarded-for'), incoming.socket.remoteAddress]
      .filter(Boolean)
      .join(', '),
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '443',
    via: '1.1 heroku-router',
    'x-request-start': String(Date.now()),
  };
  const { method, url } = incoming;
  const onward = request({ host: '127.0.0.1', port, method, path: url, headers, agent }, (answer) => {
    clearTimeout(late);
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  const late = setTimeout(() => onward.destroy(new Error('H12')), ANSWER_MS);
  onward.once('error', (error) => {
    clearTimeout(late);
    if (!outgoing.headersSent) onFailure(error.message === 'H12' ? 'H12' : 'H13');
    else outgoing.destroy();
  });
  incoming.pipe(onward);
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

function refuse(outgoing: ServerResponse, app: App, code: string): void {
  logLine(app, 'heroku', `at=error code=${code}`);
  outgoing.writeHead(503, { 'content-type': 'text/html; charset=utf-8' }).end('<h1>Application error</h1>');
}
