import type { AtsAccount } from './ats-account.ts';

/** What Redis says of itself. */
export interface RedisFacts {
  version: string;
  /** Null where the server does not tell. */
  evictionPolicy: string | null;
  connections: number;
  maxConnections: number | null;
  usedBytes: number;
  /** Null when the server sets no limit. */
  maxBytes: number | null;
  /** How long ago a worker last said that it is alive; null when none did within half a minute. */
  workerBeatAgeMs: number | null;
}

/** @throws Failure `unavailable` when it does not answer, `unauthorized` when it refuses the password. */
export interface RedisSurveyor {
  survey(): Promise<RedisFacts>;
}

/** What a user may do with an object, and the fields the user may see of it. */
export interface ObjectRights {
  create: boolean;
  edit: boolean;
  delete: boolean;
  /** Field to whether it may be written. */
  fields: ReadonlyMap<string, boolean>;
}

/** What the package grants the connector's user, and so what the connector needs. */
export interface Grants {
  objects: { object: string; create: boolean; edit: boolean; delete: boolean }[];
  fields: { object: string; field: string; editable: boolean }[];
  userPermissions: string[];
}

/** Who we are in the org. */
export interface OrgIdentity {
  orgId: string;
  isTest: boolean;
  username: string;
  /** Which of the keys (or secrets) configured let us in, and how many there are. */
  key: { position: number; of: number };
}

/** Requests that nobody took up. */
export interface WaitingActions {
  count: number;
  /** Unix milliseconds; null when there is none. */
  oldestAt: number | null;
}

/** A look at one org as the connector's user. @throws Failure from every call */
export interface OrgSurveyor {
  /** The first call: logs in. */
  getIdentity(): Promise<OrgIdentity>;
  /** Null for an object that is not there or may not be seen. */
  describe(object: string): Promise<ObjectRights | null>;
  /** The user permissions of that name the user has; null when the org does not tell. */
  listUserPermissions(names: readonly string[]): Promise<string[] | null>;
  /** The error of a write of the audit that is taken back at once; null when it would be taken. */
  tryAudit(): Promise<string | null>;
  /** The same of a write to a check of somebody else; `no-check` when none can be seen. */
  tryForeignCheck(): Promise<string | null>;
  /** @param owner username or id; null when the user is not there or may not be seen. */
  findUser(owner: string): Promise<{ isActive: boolean } | null>;
  /** The error of an order as this account would send it, taken back at once; null when it would be taken. */
  tryAtsOrder(account: AtsAccount): Promise<string | null>;
  listActivePackages(): Promise<string[]>;
  countWaiting(untouchedSince: number): Promise<WaitingActions>;
  /** Calls of the last 24 hours. */
  getApiUsage(): Promise<{ used: number; limit: number } | null>;
}

/** What an account of Checkr's says of itself. */
export interface CheckrAccount {
  authorized: boolean;
  apiAuthorized: boolean;
  usesNodes: boolean;
  name: string;
}

/** A look at one Checkr account. @throws Failure from every call, with `code` `checkr-401` for a key it does not know */
export interface CheckrSurveyor {
  getAccount(): Promise<CheckrAccount>;
  listWebhooks(): Promise<{ url: string; includesObject: boolean }[]>;
  listPackageSlugs(): Promise<string[]>;
  /** By custom id. @throws Failure `checkr-403` where the account has no hierarchy */
  hasNode(customId: string): Promise<boolean>;
  /** Where the newest invitation's link leads: what is live shows in nothing else. Null when there is none. */
  newestInvitationHost(): Promise<string | null>;
}

/** What a server's clock says, Unix milliseconds; null when it does not tell. */
export type ReadClock = (url: string) => Promise<number | null>;

/** What an address answers: a status, or null for no answer. */
export type ProbeAddress = (url: string) => Promise<number | null>;

/** Where a host's name leads, as a callback would go there: inside meaning private and reserved networks. */
export type LookUpHost = (host: string) => Promise<'outside' | 'inside' | 'nowhere'>;
