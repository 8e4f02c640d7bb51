import type { Row } from '../../../scripts/lib/org-session.ts';
import type { Product } from '../harness.ts';
import type { Effects } from '../ledger/effects.ts';

/** One piece of work: how it comes to be, and what must be true after it however often its process died. */
export interface KillJob {
  name: string;
  /** Whose death is tried; the worker's unless it says so. */
  victim?: 'worker' | 'web';
  /** Brings somebody to where the job begins; gives what `start` needs. A living worker is at hand. */
  prepare(product: Product): Promise<Row>;
  /** Sets it off; gives the check's id. Who sends to a door that dies sends again until it is taken. */
  start(product: Product, prepared: Row): Promise<string>;
  /** Whether the record shows that the job is done. */
  isDone(check: Row, prepared: Row): boolean;
  /** What must have happened at Checkr since `start`, no more and no less of these types. */
  effects: Effects;
  /** How many candidates of the person Checkr must hold; one unless it says so. */
  candidates?: number;
  /** What the record must say. */
  record: Row;
  /** What Checkr must hold, where a count of events does not tell it; throws when it does not. */
  verify?(product: Product, check: Row, prepared: Row): Promise<void>;
}
