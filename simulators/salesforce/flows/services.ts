import type { ObjectDefinition, RunningUser } from '../model.ts';
import type { Transaction } from '../save-model.ts';
import type { FlowDefinition } from './flow-definition.ts';

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

/** A flow that stopped where nobody waits for it, or before a user's eyes. The platform mails it to the admin. */
export interface FlowFailure {
  flow: string;
  path: string;
  recordId: string;
  message: string;
}

/** Rows as a flow reads and writes them. */
export type FlowRows = Pick<
  Transaction,
  'objectDefinition' | 'read' | 'find' | 'findBy' | 'insert' | 'update' | 'remove'
>;

/** What flows may name. */
export interface OrgNames {
  /** Undefined for an unknown object. */
  findObject(object: string): ObjectDefinition | undefined;
  /** Whether `Object.Message` is deployed. */
  hasOutboundMessage(name: string): boolean;
  /** A deployed flow, active or not. @throws Error when it is one this org cannot run. */
  findFlow(name: string): FlowDefinition | undefined;
  /** Text of a custom label; undefined when there is none. */
  label(name: string): string | undefined;
}

/** What flows need from the org around them. */
export interface FlowServices extends OrgNames {
  /** Called after the commit. `user` is who started the transaction. */
  sendOutboundMessage(message: { name: string; recordId: string; user: RunningUser }): void;
  /** Called after the commit. */
  sendNotification(notification: NotificationRequest): void;
  /** A transaction of that user, or of the org's default workflow user when it is null or not active. */
  transact<T>(userId: string | null, work: (transaction: Transaction) => T): T;
  /** The rows as the transaction's user may see and change them. */
  rowsOf(transaction: Transaction): FlowRows;
  now(): Date;
  interviewFailed(failure: FlowFailure): void;
}
