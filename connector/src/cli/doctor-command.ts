import { BadConfiguration } from '../domain/bad-configuration.ts';
import { broken, ok } from '../domain/finding.ts';
import { examine, examineRelease, type Examined } from '../use-cases/doctor/examine.ts';
import { benchForSynthetic, syntheticCheck } from './synthetic-check.ts';
import type { Bench, CliContext, Say } from './workshop.ts';

const SIGNS = { ok: 'ok', warning: 'WARN', broken: 'BROKEN', unsure: '?' } as const;

/** `doctor`: walks every hop and names each broken step with its mend. Ends with 1 when one is broken. */
export async function doctorCommand(
  { open, say, end }: CliContext,
  connections: string[],
  { release, synthetic }: { release: boolean; synthetic?: string },
): Promise<void> {
  const found = await orFaults(async () => {
    const workshop = await open(connections);
    try {
      const { benches, hasRedis, ...parts } = workshop;
      const tried = synthetic === undefined ? null : { bench: benchForSynthetic(benches), personId: synthetic };
      const look = release ? examineRelease : examine;
      const examined = await look({ ...parts, onStep: say.progress }, benches);
      const last = tried && hasRedis ? [await tryOut(tried.bench, tried.personId, say)] : [];
      return [{ ...ok('config', 'Every variable can be read.'), connection: null }, ...examined, ...last];
    } finally {
      await workshop.close();
    }
  });
  show(say, found);
  end(found.some(({ state }) => state === 'broken') ? 1 : 0);
}

async function tryOut(bench: Bench, personId: string, { progress }: Say): Promise<Examined> {
  return { ...(await syntheticCheck(bench, { personId, progress })), connection: bench.profile.name };
}

/** A configuration that cannot be read is a finding like any other: nothing behind it can be looked at. */
async function orFaults(look: () => Promise<Examined[]>): Promise<Examined[]> {
  return look().catch((error: unknown) => {
    if (!(error instanceof BadConfiguration)) throw error;
    const mend = 'Correct the variable; .env.example says what each of them means.';
    return error.faults.map((fault) => ({ ...broken('config', fault, mend), connection: null }));
  });
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
