import { join } from 'node:path';
import { Problem } from '../problem.ts';
import { projectRoot } from '../project-root.ts';
import { runCommand } from '../run-command.ts';
import type { Figures } from './figures.ts';

const SCHEDULES = 20_000;

/** The property test of any order, with many more schedules than the tests take. @throws Problem with what it found. */
export async function anyOrder(): Promise<Partial<Figures>> {
  const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [
    vitest,
    'run',
    '--project',
    'unit',
    '--testTimeout=600000',
    'connector/src/use-cases/any-order.test.ts',
  ];
  const { code, stdout, stderr } = await runCommand(process.execPath, args, {
    cwd: projectRoot,
    env: { ...process.env, ANY_ORDER_SCHEDULES: String(SCHEDULES) },
  });
  if (code !== 0) throw new Problem(`An order of events ended in the wrong record:\n${stdout}${stderr}`);
  return { schedules: SCHEDULES };
}
