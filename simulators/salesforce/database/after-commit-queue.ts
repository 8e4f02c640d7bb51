/** Work that runs after a commit, one piece at a time, in the order it was added. */
export interface AfterCommitQueue {
  add(task: () => void): void;
  /** Resolves when nothing is left to run. */
  settled(): Promise<void>;
  /** Drops what has not run. */
  clear(): void;
  /** Messages of tasks that failed, oldest first; the org's "flow error e-mails". */
  failures(): string[];
}

/** A queue that never runs anything within the caller's own turn. */
export function createAfterCommitQueue(): AfterCommitQueue {
  const tasks: (() => void)[] = [];
  const waiting: (() => void)[] = [];
  const failed: string[] = [];
  let isScheduled = false;

  const runNext = () => {
    isScheduled = false;
    const task = tasks.shift();
    try {
      task?.();
    } catch (error) {
      failed.push(error instanceof Error ? error.message : String(error));
    }
    schedule();
  };
  const schedule = () => {
    if (isScheduled) return;
    if (tasks.length === 0) {
      waiting.splice(0).forEach((resolve) => resolve());
      return;
    }
    isScheduled = true;
    setImmediate(runNext);
  };

  return {
    add(task) {
      tasks.push(task);
      schedule();
    },
    settled: () => (isScheduled ? new Promise<void>((resolve) => waiting.push(resolve)) : Promise.resolve()),
    clear: () => void (tasks.length = 0),
    failures: () => [...failed],
  };
}
