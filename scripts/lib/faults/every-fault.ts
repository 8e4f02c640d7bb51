import { allFaults } from '../../../connector/test/faults/all-faults.ts';
import type { Fault } from '../../../connector/test/faults/fault.ts';
import { runFault, type Outcome } from '../../../connector/test/faults/run-fault.ts';
import { startFaultWorld, type FaultWorld } from '../../../connector/test/faults/world.ts';
import { wordsFor } from '../problem.ts';
import { say } from '../say.ts';
import { noFigures, together, type Figures } from './figures.ts';

/** Who is on the way while it goes wrong. */
const SIZE = { orders: 10, results: 6, decisions: 2 };
const REQUESTS = SIZE.orders + SIZE.results + SIZE.decisions;
/** Worlds side by side: most of a fault is waiting until it is tried again. */
const LANES = 2;

/** Makes every fault of a part happen to a batch of requests, results and decisions, and counts what came of them. */
export async function everyFault(part: Fault['part']): Promise<Partial<Figures>> {
  const waiting = allFaults.filter((fault) => fault.part === part);
  const lanes = Array.from({ length: Math.min(LANES, waiting.length) }, (_, lane) =>
    playLane(`${part}-${lane}`, waiting),
  );
  const figures = await Promise.all(lanes);
  return figures.reduce(together, noFigures);
}

async function playLane(name: string, waiting: Fault[]): Promise<Figures> {
  let world = await startFaultWorld(`faults-${name}`);
  let figures = noFigures;
  for (let fault = waiting.shift(); fault; fault = waiting.shift()) {
    const outcome = await runFault(world, fault, SIZE).catch((error: unknown) => wordsFor(error));
    const wrong = typeof outcome === 'string' ? [outcome] : outcome.wrong;
    say(`${fault.name}: ${wrong.length === 0 ? 'right' : `WRONG (${wrong.join('; ')})`}`);
    figures = together(figures, typeof outcome === 'string' ? { faults: 1, losses: REQUESTS } : figuresOf(outcome));
    if (typeof outcome === 'string') world = await anotherWorld(world, name);
  }
  await world.close();
  return figures;
}

/** One in which nobody knows what is still broken is of no use for the next. */
async function anotherWorld(world: FaultWorld, name: string): Promise<FaultWorld> {
  await world.close().catch(() => undefined);
  return startFaultWorld(`faults-${name}`);
}

function figuresOf({ wrong, ...counted }: Outcome): Partial<Figures> {
  const losses = counted.requests - counted.recordsRight;
  return { ...counted, faults: 1, losses, duplicates: Math.max(0, wrong.length - losses) };
}
