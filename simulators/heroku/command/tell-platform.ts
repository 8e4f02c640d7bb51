import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';

/** How an order to the platform ended. */
export interface Ending {
  exit: number;
  /** Of an app just made. */
  gitUrl?: string;
}

/** Sends an order to the platform at HEROKU_SIMULATOR and writes what it says, line by line. @throws Error */
export async function tellPlatform(path: string, order: object): Promise<Ending> {
  const platform = process.env['HEROKU_SIMULATOR'];
  if (!platform) throw new Error('HEROKU_SIMULATOR does not say where the simulated platform is.');
  const answer = await fetch(new URL(path, platform), { method: 'POST', body: JSON.stringify(order) });
  if (!answer.body || !answer.ok) throw new Error(`The simulated platform answers ${answer.status}.`);
  for await (const line of createInterface({ input: Readable.fromWeb(answer.body as ReadableStream) })) {
    const said = JSON.parse(line) as { line: string } | Ending;
    if ('exit' in said) return said;
    process.stdout.write(`${said.line}\n`);
  }
  throw new Error('The simulated platform broke off.');
}
