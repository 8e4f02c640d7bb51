import type { HttpBindings } from '@hono/node-server';
import type { RunningUser } from '../model.ts';
import type { RowFault } from './row-fault.ts';
import type { Session } from './sessions.ts';

/** What routes behind `requireSession` find in their context: `c.get('user')`, `c.get('session')`. */
export interface ApiEnv {
  Bindings: Partial<HttpBindings>;
  Variables: { user: RunningUser; session: Session; rowFault?: RowFault };
}
