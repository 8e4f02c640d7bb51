import { Failure, isFailure } from '../domain/failure.ts';
import type { PartRefusal, Subrequest } from './composite.ts';
import { foldWrites, type FoldedWrite } from './fold-writes.ts';
import { gather } from './gather.ts';
import { fittingCalls, writeGraphs } from './graph.ts';
import type { OrgSession } from './org-session.ts';

/** Writes the parts all or nothing; null when all are done. The first part is the record they belong to. @throws Failure when the call itself fails. */
export type RecordWriter = (parts: Subrequest[]) => Promise<PartRefusal | null>;

type Outcome = PartRefusal | null | Failure;
type Outcomes = Map<Subrequest[], Outcome>;

/** Gathers the writes of concurrent jobs into few calls; each is all or nothing on its own and settles on its own. */
export function createRecordWriter(session: OrgSession): RecordWriter {
  return gather<Subrequest[], PartRefusal | null>(async (writes) => {
    const outcomes: Outcomes = new Map();
    for (const round of foldWrites(writes)) {
      await Promise.all(fittingCalls(round).map((groups) => send(session, groups, outcomes)));
    }
    return writes.map((parts) => outcomeOf(parts, outcomes));
  });
}

/** What nobody settled was perhaps not written: better twice than never. */
function outcomeOf(parts: Subrequest[], outcomes: Outcomes): Outcome {
  const outcome = outcomes.get(parts);
  return outcome === undefined ? new Failure('unavailable', 'salesforce-write-unsettled') : outcome;
}

async function send(session: OrgSession, groups: FoldedWrite[], outcomes: Outcomes): Promise<void> {
  const settle = ({ writes }: FoldedWrite, outcome: Outcome) => {
    for (const parts of writes) outcomes.set(parts, outcome);
  };
  const answers = await call(session, groups);
  const again: FoldedWrite[] = [];
  for (const [index, group] of groups.entries()) {
    const answer = answers instanceof Failure ? answers : (answers[index] ?? 'not-tried');
    if (answer === 'done') settle(group, null);
    else if (answer === 'not-tried') again.push(group);
    else if (isWorthTryingAlone(answer, { group, groups })) await sendAlone(session, group, outcomes);
    else settle(group, answer);
  }
  if (again.length < groups.length && again.length > 0) await send(session, again, outcomes);
  else for (const group of again) settle(group, new Failure('unavailable', 'salesforce-processing-halted'));
}

async function call(session: OrgSession, groups: FoldedWrite[]) {
  try {
    return await writeGraphs(
      session,
      groups.map(({ parts }) => parts),
    );
  } catch (error) {
    if (isFailure(error)) return error;
    throw error;
  }
}

/** Nobody's write is refused because of somebody else's that went with it. */
function isWorthTryingAlone(
  answer: PartRefusal | Failure,
  { group, groups }: { group: FoldedWrite; groups: FoldedWrite[] },
): boolean {
  if (answer instanceof Failure) return answer.kind === 'rejected' && (groups.length > 1 || group.writes.length > 1);
  return isFailure(answer.failure, 'rejected', 'not-found') && group.writes.length > 1;
}

/** One after the other, in the order they came. */
async function sendAlone(session: OrgSession, { writes }: FoldedWrite, outcomes: Outcomes): Promise<void> {
  for (const parts of writes) await send(session, [{ parts, writes: [parts] }], outcomes);
}
