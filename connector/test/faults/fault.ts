import type { FaultWorld } from './world.ts';
import type { Batch } from './batch.ts';

/** Something that goes wrong around the connector while requests, results and decisions come in. */
export interface Fault {
  name: string;
  /** The part of `npm run faults` it belongs to. */
  part: 'redis' | 'salesforce' | 'checkr' | 'random' | 'deploys' | 'clocks';
  /** Breaks it, before the batch goes out. */
  make(world: FaultWorld, batch: Batch): Promise<void>;
  /** Mends it, when the batch is out; by then the fault must have struck. */
  mend(world: FaultWorld, batch: Batch): Promise<void>;
  /** How the checks with a result must end, where it is not Completed and cleared. */
  results?: { status: string; cleared: boolean };
  /** Takes longer than the tests have time for: only in `npm run faults`. */
  isLong?: boolean;
}
