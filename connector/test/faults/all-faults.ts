import { checkrFaults } from './checkr-faults.ts';
import { clockFaults } from './clock-faults.ts';
import { deployFaults } from './deploy-faults.ts';
import type { Fault } from './fault.ts';
import { randomFaults } from './random-faults.ts';
import { redisFaults } from './redis-faults.ts';
import { salesforceFaults } from './salesforce-faults.ts';

/** Everything that is made to go wrong around the connector. */
export const allFaults: readonly Fault[] = [
  ...redisFaults,
  ...salesforceFaults,
  ...checkrFaults,
  ...randomFaults,
  ...deployFaults,
  ...clockFaults,
];
