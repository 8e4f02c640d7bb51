import type { CheckChange } from '../domain/check.ts';
import type { CheckRecords, RecordLock } from '../domain/ports.ts';
import { applyEvent, type AppliedOutcome, type ApplyEventDeps } from './apply-event.ts';

/** One field of a record, before and after. */
export interface FieldChange {
  field: keyof CheckChange;
  before: unknown;
  after: unknown;
}

/** What applying one object of Checkr's would do; nothing was written. */
export interface Rehearsal {
  objectType: 'invitation' | 'report';
  objectId: string;
  outcome: AppliedOutcome;
  changes: { checkId: string; fields: FieldChange[] }[];
  /** Checks it would create. */
  created: number;
}

export interface RehearseDeps extends Omit<ApplyEventDeps, 'lock'> {
  /** What the record shows now of these fields. */
  readShown(checkId: string, fields: (keyof CheckChange)[]): Promise<Partial<Record<keyof CheckChange, unknown>>>;
}

/** Moves with every reading and says nothing to a person. */
const NOT_SHOWN: readonly string[] = ['sourceReadAt'];

/** What writes nothing neither waits for the worker that is at the record nor keeps it waiting. */
const noLock: RecordLock = {
  hold: (_id, work) => work(),
  readTogether: async (_id, { knows, read, work }) => work(await read([knows])),
};

/** Runs the very use-case that applies events, with records that only write down what they are told. */
export async function rehearseEvent(
  deps: RehearseDeps,
  object: Pick<Rehearsal, 'objectType' | 'objectId'>,
): Promise<Rehearsal> {
  const { records, writes, counts } = recording(deps.records);
  const outcome = await applyEvent(
    { ...deps, records, lock: noLock },
    { eventId: 'rehearsal', type: 'reconcile', ...object },
  );
  const changes = await Promise.all(
    writes.map(async ({ checkId, change }) => ({ checkId, fields: await differences(deps, checkId, change) })),
  );
  return { ...object, outcome, changes, created: counts.created };
}

function recording(real: CheckRecords) {
  const writes: { checkId: string; change: CheckChange }[] = [];
  const counts = { created: 0 };
  const records: CheckRecords = {
    ...real,
    write: (checkId, change) => Promise.resolve(void writes.push({ checkId, change })),
    createUnordered: () => Promise.resolve(void (counts.created += 1)),
    note: () => Promise.resolve(),
  };
  return { records, writes, counts };
}

async function differences(deps: RehearseDeps, checkId: string, change: CheckChange): Promise<FieldChange[]> {
  const fields = (Object.keys(change) as (keyof CheckChange)[]).filter((field) => !NOT_SHOWN.includes(field));
  const shown = await deps.readShown(checkId, fields);
  return fields
    .map((field) => ({ field, before: shown[field] ?? null, after: change[field] ?? null }))
    .filter(({ before, after }) => textOf(before) !== textOf(after));
}

/** Checkr and Salesforce write the same moment differently. */
function textOf(value: unknown): string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(value)) return JSON.stringify(value);
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? value : new Date(Math.floor(ms / 1000) * 1000).toISOString();
}
