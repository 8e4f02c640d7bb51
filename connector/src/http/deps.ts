import type { Logger } from 'pino';
import type { Publisher } from '../queue/jobs.ts';

/** What a door knows of a connection: how its senders prove themselves. */
export interface DoorConnection {
  name: string;
  /** 18 characters. */
  orgId: string;
  outboundSecrets: string[];
  checkrApiKeys: string[];
}

/** What the doors stand on; real parts in `web.ts`, fakes in tests. */
export interface AppDeps {
  connections: DoorConnection[];
  publisher: Publisher;
  /** Null when all is well, else what is missing. */
  notReadyReason(): Promise<string | null>;
  log: Logger;
}
