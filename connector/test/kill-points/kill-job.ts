import type { Row } from '../../../scripts/lib/org-session.ts';
import type { Product } from '../harness.ts';
import type { Effects } from '../ledger/effects.ts';

/** One job of the worker: how it comes to be, and what must be true after it however often its worker died. */
export interface KillJob {
  name: string;
  /** Brings somebody to where the job begins; gives what `start` needs. A living worker is at hand. */
  prepare(product: Product): Promise<Row>;
  /** Sets the job off; gives the check's id. */
  start(product: Product, prepared: Row): Promise<string>;
  /** Whether the record shows that the job is done. */
  isDone(check: Row, prepared: Row): boolean;
  /** What must have happened at Checkr since `start`, no more and no less of these types. */
  effects: Effects;
  /** What the record must say. */
  record: Row;
  /** What Checkr must hold, where a count of events does not tell it; throws when it does not. */
  verify?(product: Product, check: Row, prepared: Row): Promise<void>;
}
