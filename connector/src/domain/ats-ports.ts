import type { AtsAccount } from './ats-account.ts';
import type { AtsCallback } from './ats-callback.ts';
import type { AtsApplicant, OfferedPackage, PlacedAtsOrder } from './ats-order.ts';

/** Whom a check is about: somebody the org knows, or a Lead to be made. */
export type AtsPerson = { contactId: string } | { leadId: string } | { applicant: AtsApplicant; company: string };

/** A check to be made of an order. */
export interface NewAtsOrder {
  key: string;
  hash: string;
  accountId: string;
  backgroundCheckId: string;
  webhookUrl: string;
  packageSlug: string;
  addOnSlugs: readonly string[];
  person: AtsPerson;
  /** Username or id. */
  owner: string;
  connectionKey: string;
}

/** What the org knows about an order that comes in. */
export interface KnownForOrder {
  /** The check it already is. */
  placed: PlacedAtsOrder | null;
  /** Ids of everybody with that e-mail address and that name; converted Leads count as their Contact. */
  contactIds: readonly string[];
  leadIds: readonly string[];
}

/**
 * Orders of applicant tracking systems in one org.
 * @throws Failure from every call: `rejected` (with the org's words) where the sender can mend it, `busy`, `rate-limited`, `unavailable`.
 */
export interface AtsOrders {
  read(key: string, applicant: AtsApplicant): Promise<KnownForOrder>;
  /** Makes the check, and the Lead where there is none, in one transaction; gives the one that has the key already. */
  place(order: NewAtsOrder): Promise<PlacedAtsOrder>;
}

/** What an org offers. */
export interface PackageOffer {
  listOffered(): Promise<OfferedPackage[]>;
}

/** What applicant tracking systems are still to be told. */
export interface AtsCallbacks {
  /** Null for a check no system ordered, or one that was deleted. */
  find(checkId: string): Promise<AtsCallback | null>;
  /** Ids of checks whose result is due to be sent, in order, from the one after `afterId`. */
  listDue(query: { connectionKey: string; now: number; afterId: string; limit: number }): Promise<string[]>;
  /** Address of a check in Lightning. */
  linkTo(checkId: string): Promise<string>;
}

/** One message to an applicant tracking system. `id` stays the same when it is sent again. */
export interface CallbackMessage {
  id: string;
  url: string;
  body: string;
}

/** What became of a message: taken, or why not in a few words without personal data. */
export type CallbackOutcome = { isTaken: true } | { isTaken: false; reason: string };

/** Signs and sends; never throws for what the other side does. */
export interface CallbackSender {
  send(account: AtsAccount, message: CallbackMessage): Promise<CallbackOutcome>;
}

/** Tells whose account name and secret belong together. @throws Failure `unauthorized`, or `rate-limited` after too many wrong ones. */
export interface AtsLogin {
  logIn(login: { account: string; secret: string; address: string }): Promise<AtsAccount>;
}
