import { randomUUID } from 'node:crypto';
import type { Hono, MiddlewareHandler } from 'hono';
import { createApp } from './app.ts';
import { createCallLog } from './control/call-log.ts';
import { createFaults } from './control/faults.ts';
import type { AppEnv } from './http/app-env.ts';
import { identify, requireCaller } from './http/authenticate.ts';
import { replayByKey } from './http/idempotency.ts';
import { DEFAULT_RATE_LIMIT, limitRate } from './http/rate-limit.ts';
import { strikeConnection, strikeHandler } from './http/strike-faults.ts';
import type { Node } from './nodes/node.ts';
import { setNodes } from './nodes/set-nodes.ts';
import { createStore, emptyStore } from './store.ts';
import type { Store } from './store.ts';
import { createWallClock } from './time/clock.ts';
import type { Clock } from './time/clock.ts';
import { createTimeline } from './time/timeline.ts';
import { createCourier } from './webhooks/courier.ts';
import { createPublish } from './webhooks/publish-event.ts';

/** How a simulator is set up. */
export interface CheckrSimulatorOptions {
  /** The keys of the one account; webhooks are signed with the first. */
  apiKeys: string[];
  /** The account's name in apply links. */
  uriName: string;
  /** Simulated seconds in a real second. */
  timeScale: number;
  /** The address the simulator is reached at, without a slash at the end. */
  publicUrl: () => string;
  clock?: Clock;
  /** Calls in a minute; Checkr's 1200 unless told otherwise. */
  rateLimit?: number;
  /** The account uses Assess. */
  hasAssess?: boolean;
  /** POST /reports takes no order without a signed consent that has been uploaded. */
  requiresConsent?: boolean;
  /** The nodes of the account; none unless told otherwise. */
  nodes?: Node[];
}

/** A running simulator: `app` answers, `store` is what it knows. */
export interface CheckrSimulator {
  app: Hono<AppEnv>;
  store: Store;
  /** Forgets everything but the account and its packages. */
  reset(): void;
  /** Stops all timers and deliveries; nothing keeps the process alive afterwards. */
  close(): void;
}

/** Builds a stand-in for the Checkr API with its apply pages, webhooks and control routes. */
export function createCheckrSimulator(options: CheckrSimulatorOptions): CheckrSimulator {
  const { apiKeys, uriName, publicUrl, clock = createWallClock() } = options;
  const { hasAssess = false, requiresConsent = false, nodes = [] } = options;
  const [apiKey] = apiKeys;
  if (apiKey === undefined) throw new Error('The simulated account needs at least one API key: set apiKeys');
  const timeline = createTimeline(clock, options.timeScale);
  const store = createStore({ uriName, publicUrl, createdAt: timeline.stamp() });
  setNodes(store, nodes);
  const courier = createCourier({ timeline, apiKey });
  const publish = createPublish({ store, timeline, courier });
  const parts = { store, timeline, publish, publicUrl, hasAssess, requiresConsent };
  const [faults, callLog, closing] = [createFaults(), createCallLog(timeline), new AbortController()];
  const app = createApp({
    parts,
    controls: { courier, faults, callLog, reset },
    gateway: [
      callLog.middleware,
      markAnswer,
      strikeConnection(faults, closing.signal),
      identify(apiKeys),
      limitRate(clock, options.rateLimit ?? DEFAULT_RATE_LIMIT),
      requireCaller(),
      replayByKey(store.keptAnswers, timeline),
      strikeHandler(closing.signal),
    ],
  });

  function reset(): void {
    timeline.clear();
    emptyStore(store, nodes);
    for (const part of [courier, faults, callLog]) part.clear();
  }
  function close(): void {
    closing.abort();
    courier.close();
    timeline.clear();
  }
  return { app, store, reset, close };
}

/** Every answer of the API carries an id of the request and the region it came from. */
const markAnswer: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  c.res.headers.set('X-Request-Id', randomUUID());
  c.res.headers.set('X-Checkr-Region', 'us-east-1');
};
