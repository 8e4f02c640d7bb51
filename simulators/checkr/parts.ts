import type { Store } from './store.ts';
import type { Timeline } from './time/timeline.ts';
import type { Publish } from './webhooks/publish-event.ts';

/** What the use-cases of the simulator work with. */
export interface Parts {
  store: Store;
  timeline: Timeline;
  publish: Publish;
  /** The address the simulator is reached at, without a slash at the end. */
  publicUrl: () => string;
  /** The account uses Assess: every finished report gets an assessment a little later. */
  hasAssess: boolean;
  /** POST /reports takes no order without a signed consent that has been uploaded. */
  requiresConsent: boolean;
}
