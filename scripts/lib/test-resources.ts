import { findChromium } from './find-chromium.ts';
import { findRedis } from './find-redis.ts';
import { wordsFor } from './problem.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';
import { startRedis, type RunningRedis } from './redis.ts';
import type { TestSuite } from './test-suites.ts';

/** The environment a suite runs in, or in one sentence why it cannot run. */
type SuiteEnvironment = { env: Record<string, string> } | { missing: string };

/** Gets what suites need, each thing once and only when it is asked for. */
export interface TestResources {
  environmentFor(suite: TestSuite): Promise<SuiteEnvironment>;
  close(): Promise<void>;
}

/** @param options.fresh whether the machine's own Redis and Chromium are left alone. */
export function createTestResources({ fresh }: { fresh: boolean }): TestResources {
  let redis: Promise<RunningRedis> | undefined;
  let program: ReturnType<typeof findRedis> | undefined;
  const sources = {
    redis: async () => {
      // Two must not unpack the same one at once.
      await program?.catch(() => undefined);
      redis ??= startRedis({ fresh });
      return { env: { REDIS_URL: (await redis).url } };
    },
    // For tests that start one of another kind.
    'redis-server': async () => {
      const { file, env } = await (program ??= findRedis({ fresh }));
      return { env: { REDIS_SERVER: file, REDIS_LIBRARY_PATH: env['LD_LIBRARY_PATH'] ?? '' } };
    },
    'salesforce-cli': async () => {
      const install = 'source scripts/lib/ensure-salesforce-cli.sh; ensure_salesforce_cli';
      const { code, stdout, stderr } = await runCommand('bash', ['-c', install], { cwd: projectRoot });
      return code === 0 ? { env: {} } : { missing: (stdout + stderr).trim().split('\n').at(-1) ?? '' };
    },
    chromium: async () => {
      const found = await findChromium({ fresh });
      return 'missing' in found ? found : { env: { CHROMIUM_PATH: found.file } };
    },
  };
  return {
    environmentFor: async ({ needs }) => {
      const env: Record<string, string> = {};
      for (const need of needs) {
        const got: SuiteEnvironment = await sources[need]().catch((error: unknown) => ({ missing: wordsFor(error) }));
        if ('missing' in got) return got;
        Object.assign(env, got.env);
      }
      return { env };
    },
    close: async () => {
      const running = await redis?.catch(() => undefined);
      await running?.close();
    },
  };
}
