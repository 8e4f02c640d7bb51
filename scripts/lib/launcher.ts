import type { Program } from './start-program.ts';

/** Told of each part as it is up: its name, and where it is or what came of it. */
export type OnStep = (part: string, outcome: string) => void;

/** Starts programs one after the other and remembers them, so that all can be stopped. */
export interface Launcher {
  launch(part: string, start: () => Promise<Program>): Promise<Program>;
  onStep: OnStep;
  /** Rejects with a Problem when one of them ends by itself; never resolves. */
  failed: Promise<never>;
  /** Stops them, the last one first. */
  close(): Promise<void>;
}

/** One with nothing started yet. */
export function createLauncher(onStep: OnStep = () => undefined): Launcher {
  const started: Program[] = [];
  const { promise: failed, reject } = Promise.withResolvers<never>();
  failed.catch(() => undefined);
  return {
    onStep,
    failed,
    launch: async (part, start) => {
      const program = await start();
      started.push(program);
      program.failed.catch(reject);
      onStep(part, program.url);
      return program;
    },
    close: async () => {
      for (const program of started.splice(0).reverse()) await program.stop();
    },
  };
}
