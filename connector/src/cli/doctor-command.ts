import { BadConfiguration } from '../domain/bad-configuration.ts';
import { broken, ok } from '../domain/finding.ts';
import { examine, examineRelease, type Examined } from '../use-cases/doctor/examine.ts';
import { syntheticCheck } from './synthetic-check.ts';
import { UsageError } from './usage-error.ts';
import { withWorkshop, type CliContext, type Say } from './workshop.ts';

const SIGNS = { ok: 'ok', warning: 'WARN', broken: 'BROKEN', unsure: '?' } as const;

/** `doctor`: walks every hop and names each broken step with its mend. Ends with 1 when one is broken. */
export async function doctorCommand(
  { open, say, end }: CliContext,
  connections: string[],
  { release, synthetic }: { release: boolean; synthetic?: string },
): Promise<void> {
  const look = release ? examineRelease : examine;
  const found = await findings(look, { open, say }, connections);
  if (synthetic !== undefined) found.push(...(await tryOut({ open, say }, connections, synthetic)));
  const isBroken = found.some(({ state }) => state === 'broken');
  show(say, found);
  end(isBroken ? 1 : 0);
}

async function tryOut(
  context: Pick<CliContext, 'open' | 'say'>,
  connections: string[],
  personId: string,
): Promise<Examined[]> {
  const found: Examined[] = [];
  await withWorkshop(context, connections, async ({ benches }) => {
    const [bench, ...others] = benches;
    if (!bench || others.length > 0)
      throw new UsageError('--synthetic is for one connection: name it by --connection.');
    context.say.progress('a check for an invented person');
    found.push({ ...(await syntheticCheck(bench, personId)), connection: bench.profile.name });
  });
  return found;
}

/** A configuration that cannot be read is a finding like any other: nothing behind it can be looked at. */
async function findings(
  look: typeof examine,
  { open, say }: Pick<CliContext, 'open' | 'say'>,
  connections: string[],
): Promise<Examined[]> {
  try {
    const workshop = await open(connections);
    const { benches, ...parts } = workshop;
    try {
      const found = await look({ ...parts, onStep: say.progress }, benches);
      return [{ ...ok('config', 'Every variable can be read.'), connection: null }, ...found];
    } finally {
      await workshop.close();
    }
  } catch (error) {
    if (!(error instanceof BadConfiguration)) throw error;
    const mend = 'Correct the variable; .env.example says what each of them means.';
    return error.faults.map((fault) => ({ ...broken('config', fault, mend), connection: null }));
  }
}

function show(say: Say, found: Examined[]): void {
  say.json({ findings: found });
  const rows = found.map(({ connection, step, state, words, mend }) => [
    SIGNS[state],
    connection ?? '',
    step,
    mend === null ? words : `${words}\n→ ${mend}`,
  ]);
  say.table(['', 'connection', 'step', 'what is so, and what to do'], rows);
  const count = (state: string) => found.filter((finding) => finding.state === state).length;
  say.line(`${count('ok')} ok, ${count('warning')} warnings, ${count('unsure')} unsure, ${count('broken')} broken`);
}
