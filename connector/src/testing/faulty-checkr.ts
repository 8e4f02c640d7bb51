import { Failure } from '../domain/failure.ts';
import type { Checkr } from '../domain/checkr-port.ts';
import type { createFakeCheckr } from './fake-checkr.ts';

export const LOST = new Failure('unavailable', 'lost-on-the-way');
export const REFUSED = new Failure('rejected', 'checkr-409', { vendorWords: ['Duplicate candidate detected'] });
/** Words that leave no doubt that nothing was ordered. */
export const REFUSED_PLAINLY = new Failure('rejected', 'checkr-400', { vendorWords: ['work_locations is missing'] });
const SETTLED = new Failure('rejected', 'checkr-400', { vendorWords: ['can not be updated because it has reports'] });

interface Faults {
  /** Checkr makes the next order, but its answer gets lost. */
  answer: boolean;
  /** Ids of candidates Checkr lets be used no more. */
  refused: Set<string>;
}

/** A Checkr account that loses answers, and lets a candidate be changed only as long as nothing stands on it. */
export function faultyCheckr({ checkr, reports }: ReturnType<typeof createFakeCheckr>, faults: Faults): Checkr {
  const losing =
    <A extends unknown[], T>(call: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      const answer = await call(...args);
      if (!faults.answer) return answer;
      faults.answer = false;
      throw LOST;
    };
  return {
    ...checkr,
    createInvitation: losing(checkr.createInvitation),
    createReport: losing(checkr.createReport),
    async updateCandidate(id, draft, options) {
      if (faults.refused.has(id)) throw REFUSED;
      if (!options.contactOnly && reports.some(({ candidateId }) => candidateId === id)) throw SETTLED;
      await checkr.updateCandidate(id, draft, options);
    },
  };
}
