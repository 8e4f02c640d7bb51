import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pollUntil } from '../../scripts/lib/poll-until.ts';
import { projectRoot } from '../../scripts/lib/project-root.ts';
import type { MeasuredProgram } from './start-logging-to-file.ts';

/** As an address: the path of the project may hold spaces, at which Node would cut its options. */
const COUNT_MODULES = pathToFileURL(join(projectRoot, 'bench/lib/count-modules.ts')).href;

/** Files a program has loaded when it is ready, by package. `start` gives it more flags for Node. */
export async function countModules(
  start: (flags: string) => Promise<MeasuredProgram>,
): Promise<Record<string, number>> {
  const { pid, logFile } = await start(` --import=${COUNT_MODULES}`);
  process.kill(pid, 'SIGUSR2');
  const said = () => Promise.resolve(/^\{"msg":"modules".*$/m.exec(readFileSync(logFile, 'utf8'))?.[0]);
  const line = await pollUntil(said, { what: 'the modules', deadlineMs: 10_000, everyMs: 20 });
  return (JSON.parse(line) as { counts: Record<string, number> }).counts;
}
