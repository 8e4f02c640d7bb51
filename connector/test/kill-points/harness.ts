import { readFileSync } from 'node:fs';
import { pollUntil } from '../../../scripts/lib/poll-until.ts';
import { startWorker } from '../../../scripts/lib/start-connector.ts';
import type { Program } from '../../../scripts/lib/start-program.ts';
import { startProduct, type Product } from '../harness.ts';

/** The two jobs of a check: ordering it, and taking in its result. */
export type Phase = 'order' | 'result';

export interface KillRun {
  phase: Phase;
  /** The point at which the worker died; null when there were fewer. */
  point: string | null;
  candidates: number;
  invitations: number;
  reports: number;
  status: unknown;
  cleared: unknown;
}

const HOOK = new URL('./hook.ts', import.meta.url).href;

/** The product without its worker, with locks short enough that another worker soon takes up what a dead one held. */
export async function startWithoutWorker(): Promise<Product> {
  const product = await startProduct({ connectorEnv: { WORKER_LOCK_SECONDS: '1', RECONCILE_EVERY_SECONDS: '3600' } });
  await product.programs.worker.stop('SIGKILL');
  await product.orgControl('PUT', '/limit', { limit: 10_000_000 });
  return product;
}

/** Plays one check through, killing the worker at a point of one phase and starting another. */
export async function playWithDeath(product: Product, phase: Phase, killAt: number): Promise<KillRun> {
  const lead = await product.createLead();
  const worker = await startWorker(
    product.connectorSettings,
    `worker-${phase}-${killAt}-first`,
    phase === 'order' ? hook(killAt) : {},
  );
  let point: string | null = null;
  let current = worker;
  if (phase === 'order') count(worker);
  const id = await product.requestCheck(lead);
  if (phase === 'order') ({ point, current } = await afterDeath(product, worker, { id, killAt, until: 'Invited' }));
  const invited = await product.checkOnce(id, 'Invited', (check) => check['Status__c'] === 'Invited');
  if (phase === 'result') {
    await current.stop();
    current = await startWorker(product.connectorSettings, `worker-result-${killAt}-second`, hook(killAt));
    count(current);
  }
  await product.fillInForm(invited['Checkr_Invitation_Id__c'], '111-11-2001');
  if (phase === 'result') ({ point, current } = await afterDeath(product, current, { id, killAt, until: 'Completed' }));
  const done = await product.checkOnce(id, 'Completed', (check) => check['Status__c'] === 'Completed');
  await current.stop();
  return {
    phase,
    point,
    ...(await countAtCheckr(product, lead)),
    status: done['Status__c'],
    cleared: done['Cleared__c'],
  };
}

const hook = (killAt: number) => ({ KILL_AT: String(killAt), NODE_OPTIONS: `--import ${HOOK}` });
const count = ({ pid }: Program): void => void process.kill(pid, 'SIGUSR2');

/** Waits until the worker dies or has done its work, sees it off, and gives one that lives. */
async function afterDeath(product: Product, worker: Program, run: { id: string; killAt: number; until: string }) {
  const died = worker.failed.catch(() => undefined);
  const finished = pollUntil(async () => (await product.check(run.id))['Status__c'] === run.until, {
    what: `the worker to die or the check to be ${run.until}`,
    ...{ deadlineMs: 30_000, everyMs: 50 },
  }).catch(() => undefined);
  await Promise.race([died, finished]);
  // It may still die on its way out: the last writes of a job come after the record.
  await worker.stop();
  const next = await startWorker(product.connectorSettings, `worker-${run.killAt}-after-death`);
  return { point: pointOfDeath(worker, run.killAt), current: next };
}

function pointOfDeath({ logFile }: Program, killAt: number): string | null {
  const lines = readFileSync(logFile, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"msg":"point"'));
  const points = lines.map((line) => JSON.parse(line) as { number: number; point: string });
  return points.find(({ number }) => number === killAt)?.point ?? null;
}

/** What Checkr really made for this person. */
async function countAtCheckr(product: Product, lead: string) {
  const [row] = await product.admin.query(`SELECT Email FROM Lead WHERE Id = '${lead}'`);
  const candidates = await list(product, `/candidates?email=${encodeURIComponent(String(row?.['Email']))}`);
  const invitations = await Promise.all(candidates.map(({ id }) => list(product, `/invitations?candidate_id=${id}`)));
  const reports = candidates.flatMap(({ report_ids = [] }) => report_ids);
  return { candidates: candidates.length, invitations: invitations.flat().length, reports: reports.length };
}

async function list(product: Product, path: string): Promise<{ id: string; report_ids?: string[] }[]> {
  const authorization = `Basic ${Buffer.from(`${product.checkr.apiKey}:`).toString('base64')}`;
  const response = await fetch(`${product.checkr.apiBase}${path}`, { headers: { authorization } });
  return ((await response.json()) as { data: { id: string; report_ids?: string[] }[] }).data;
}
