import type { RunningUser } from '../../model.ts';

/** What became of one component. */
export interface DeployMessage {
  componentType: string;
  fullName: string;
  /** Path inside the package. */
  fileName: string;
  success: boolean;
  created: boolean;
  changed: boolean;
  deleted: boolean;
  createdDate: string;
  problem?: string;
  problemType?: 'Error';
  lineNumber?: number;
  columnNumber?: number;
}

/** What a deployment was asked to do, beyond the package itself. */
export interface DeployOptions {
  checkOnly: boolean;
}

/** One deployment from the request to its end. */
export interface DeployJob {
  id: string;
  user: RunningUser;
  options: DeployOptions;
  createdDate: string;
  completedDate?: string;
  /** Set when it has ended. */
  messages?: DeployMessage[];
  /** Set when it ended in a way that is no component's fault. */
  errorMessage?: string;
}

/** A `DeployResult` as the Metadata API answers it; `details` only when they are asked for. */
export function deployResult(job: DeployJob, { withDetails }: { withDetails: boolean }): Record<string, unknown> {
  const { id, user, options, createdDate, completedDate, messages = [], errorMessage } = job;
  const done = completedDate !== undefined;
  const components = messages.filter(({ componentType }) => componentType !== '');
  const failures = messages.filter(({ success }) => !success);
  const success = done && failures.length === 0 && errorMessage === undefined;
  return {
    ...{ id, done, success, status: done ? (success ? 'Succeeded' : 'Failed') : 'InProgress' },
    ...{ checkOnly: options.checkOnly, ignoreWarnings: false, rollbackOnError: true, runTestsEnabled: false },
    ...{ createdBy: user.id, createdByName: user.name, createdDate, startDate: createdDate },
    ...{ lastModifiedDate: completedDate ?? createdDate, ...(completedDate ? { completedDate } : {}) },
    numberComponentErrors: failures.length,
    numberComponentsDeployed: components.filter((message) => message.success).length,
    numberComponentsTotal: components.length,
    ...{ numberTestErrors: 0, numberTestsCompleted: 0, numberTestsTotal: 0 },
    ...(errorMessage === undefined ? {} : { errorMessage, errorStatusCode: 'UNKNOWN_EXCEPTION' }),
    ...(withDetails ? { details: details(messages) } : {}),
  };
}

function details(messages: DeployMessage[]) {
  return {
    componentFailures: messages.filter(({ success }) => !success),
    componentSuccesses: messages.filter(({ success }) => success),
    runTestResult: { numFailures: 0, numTestsRun: 0, totalTime: 0 },
  };
}
