import type { Store } from '../store.ts';
import type { AdverseAction } from './adverse-action.ts';

/** The adverse action of a report that has not been canceled; there is one at most. */
export function adverseActionOf(
  { adverseActions }: Pick<Store, 'adverseActions'>,
  reportId: string,
): AdverseAction | undefined {
  return [...adverseActions.values()].find((one) => one.report_id === reportId && one.status !== 'canceled');
}
