import type { Queue } from 'bullmq';
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import type { AtsAccount } from '../domain/ats-account.ts';
import type { AtsOrder, OfferedPackage, PlacedAtsOrder } from '../domain/ats-order.ts';
import type { AtsLogin } from '../domain/ats-ports.ts';
import type { VendorFormat, VendorMessage } from '../domain/vendor-result.ts';
import type { Publisher } from '../queue/jobs.ts';
import type { Received } from '../use-cases/receive-result.ts';

/** What a door knows of a connection: how its senders prove themselves. */
export interface DoorConnection {
  name: string;
  /** 18 characters. */
  orgId: string;
  outboundSecrets: string[];
  checkrApiKeys: string[];
}

/** What the doors of applicant tracking systems stand on. */
export interface AtsDoorDeps {
  login: AtsLogin;
  listPackages(account: AtsAccount): Promise<OfferedPackage[]>;
  /** Resolves once the order is a check in the org. */
  placeOrder(account: AtsAccount, order: AtsOrder): Promise<PlacedAtsOrder>;
}

/** What a door knows of a screening vendor: how it proves itself, how it writes, and where its messages go. */
export interface DoorVendor {
  /** Last part of its address. */
  path: string;
  /** Its messages may come without that part. */
  isDefault: boolean;
  secrets: string[];
  /** In small letters. */
  signatureHeader: string;
  format: VendorFormat;
  /** Committed once this resolves. */
  receive(message: VendorMessage): Promise<Received>;
}

/** What the doors stand on; real parts in `web.ts`, fakes in tests. */
export interface AppDeps {
  connections: DoorConnection[];
  /** None where there are none. */
  vendors?: readonly DoorVendor[];
  publisher: Publisher;
  /** Null when all is well, else what is missing. */
  notReadyReason(): Promise<string | null>;
  log: Logger;
  /** The id of the request this runs for; none without a server around it. */
  requestId?: () => string | undefined;
  /** Proxies of ours before this process. */
  proxyHops: number;
  metrics?: MetricsDoor | undefined;
  /** Doors not every installation opens, each putting itself on the app; whoever starts it loads only those it needs. */
  optionalDoors?: ((app: Hono) => unknown)[];
}

/** What the page of the queues stands on. */
export interface AdminDoor {
  login: AtsLogin;
  proxyHops: number;
  queues: Queue[];
}

/** What the numbers are counted and shown by. */
export interface MetricsDoor {
  /** Whoever asks for the numbers must hold it; null closes the door. */
  token: string | null;
  requestSeen(seen: { route: string; status: number; seconds: number; reason: string | null }): void;
  /** The text Prometheus reads. */
  render(): Promise<string>;
}
