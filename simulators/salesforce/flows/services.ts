import type { ObjectDefinition, RunningUser, Transaction } from '../model.ts';

/** What a custom notification says; delivered after the commit. */
export interface NotificationRequest {
  /** Id of the CustomNotificationType. */
  typeId: string;
  /** Ids of users, groups or queues, as given. */
  recipientIds: string[];
  title: string;
  body: string;
  targetId: string;
  senderId?: string;
}

/** A flow that stopped where nobody waits for it: after the commit. The platform mails it to the admin. */
export interface FlowFailure {
  flow: string;
  path: string;
  recordId: string;
  message: string;
}

/** What flows may name. */
export interface OrgNames {
  /** Undefined for an unknown object. */
  findObject(object: string): ObjectDefinition | undefined;
  /** Whether `Object.Message` is deployed. */
  hasOutboundMessage(name: string): boolean;
  /** Text of a custom label; undefined when there is none. */
  label(name: string): string | undefined;
}

/** What flows need from the org around them. */
export interface FlowServices extends OrgNames {
  /** Called after the commit. `user` is who started the transaction. */
  sendOutboundMessage(message: { name: string; recordId: string; user: RunningUser }): void;
  /** Called after the commit. */
  sendNotification(notification: NotificationRequest): void;
  /** A transaction of the automated process user, for scheduled paths. */
  transact(work: (transaction: Transaction) => void): void;
  interviewFailed(failure: FlowFailure): void;
}
