import type { HttpBindings } from '@hono/node-server';
import type { Fault } from '../control/faults.ts';

/** What travels with a request through the simulator. `env` is empty when an app is called without a server. */
export interface AppEnv {
  Bindings: Partial<HttpBindings>;
  Variables: { fault: Fault | undefined; wasReplayed: boolean; isKnownCaller: boolean };
}
