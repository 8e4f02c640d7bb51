import type { OnStep } from './launcher.ts';

/** What a stack is made of. */
export interface StackOptions {
  redisUrl: string;
  /** Each program logs to a file of its own in here. */
  logFolder: string;
  /** Fixed ports; any free one where not given. */
  ports?: { org?: number; checkr?: number; connector?: number };
  /** A Checkr to use instead of ours; ours is still started when its port is fixed, so that a proxy can stand before it. */
  otherCheckr?: { url: string; apiKey?: string };
  /** Settings of the connector added or replaced, by the connector's own names. */
  connectorEnv?: Record<string, string>;
  /** Also deploys and grants what ordering reports directly needs. */
  direct?: boolean;
  /** Also starts a simulated applicant tracking system with an account of ours. */
  ats?: boolean;
  /** How many times faster than real the simulators' waiting passes. */
  timeScale?: number;
  /** Flags of the simulated Checkr besides. */
  checkrArgs?: string[];
  /** Whether somebody will look at the org's pages: they are then built beforehand. */
  withPages?: boolean;
  onStep?: OnStep;
}
