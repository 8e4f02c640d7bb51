import {
  adverseAction,
  cancelAdverseAction,
  finalizeClear,
} from '../../../connector/test/kill-points/jobs/decisions.ts';
import { atsOrder, notifyAts } from '../../../connector/test/kill-points/jobs/ats.ts';
import { cancelInvitation, cancelReport, resend, upgrade } from '../../../connector/test/kill-points/jobs/commands.ts';
import { directOrder, order, resume } from '../../../connector/test/kill-points/jobs/ordering.ts';
import { result } from '../../../connector/test/kill-points/jobs/result.ts';
import { vendorResult } from '../../../connector/test/kill-points/jobs/vendor-result.ts';
import { anyOrder } from './any-order.ts';
import { everyFault } from './every-fault.ts';
import { everyDeath } from './every-death.ts';
import type { Figures } from './figures.ts';

/** A part of `npm run faults` that can be run by its name. */
export interface FaultsPart {
  about: string;
  run(): Promise<Partial<Figures>>;
}

/** In the order they run. */
export const faultsParts: Record<string, FaultsPart> = {
  schedules: { about: 'events, reads and writes in any order', run: anyOrder },
  order: { about: 'a worker dies while it orders', run: () => everyDeath([order, resume]) },
  direct: {
    about: 'a worker dies while it orders a report directly',
    run: () => everyDeath([directOrder], { direct: true }),
  },
  result: { about: 'a worker dies while it takes in a result', run: () => everyDeath([result]) },
  decisions: {
    about: 'a worker dies while it carries out a decision or a command',
    run: () =>
      everyDeath([finalizeClear, adverseAction, cancelAdverseAction, resend, cancelInvitation, cancelReport, upgrade]),
  },
  ats: {
    about: 'a door or a worker dies over the order of an applicant tracking system, or over telling it',
    run: () => everyDeath([atsOrder, notifyAts]),
  },
  vendors: { about: 'a door dies while it takes in a result of another vendor', run: () => everyDeath([vendorResult]) },
  random: { about: 'our own processes are killed, stopped and doubled', run: () => everyFault('random') },
  redis: { about: 'Redis is gone, empty, full or slow', run: () => everyFault('redis') },
  salesforce: { about: 'Salesforce is down, slow, locked, over its limit', run: () => everyFault('salesforce') },
  checkr: { about: 'Checkr is down, slow, over its limit, or sends badly', run: () => everyFault('checkr') },
  deploys: { about: 'two deploys work from one queue', run: () => everyFault('deploys') },
  clocks: { about: 'clocks are wrong', run: () => everyFault('clocks') },
};
