import type { ConnectionProfile } from '../../domain/connection.ts';
import { isFailure } from '../../domain/failure.ts';
import { broken, type Finding } from '../../domain/finding.ts';
import type {
  CheckrSurveyor,
  Grants,
  LookUpHost,
  OrgSurveyor,
  ProbeAddress,
  ReadClock,
  RedisSurveyor,
} from '../../domain/survey.ts';
import { examineCheckr } from './examine-checkr.ts';
import { examineFlowOfWork } from './examine-flow-of-work.ts';
import { examineLogin } from './examine-login.ts';
import { examineClock, examineWeb } from './examine-public-side.ts';
import { examineAts, examineVendors, type ExaminedAts, type ExaminedVendor } from './examine-partners.ts';
import { examineRedis } from './examine-redis.ts';
import { examineRights } from './examine-rights.ts';

/** One connection as the doctor looks at it. */
export interface ExaminedConnection {
  profile: ConnectionProfile;
  org: OrgSurveyor;
  checkr: CheckrSurveyor;
  grants: Grants;
  loginUrl: string;
  checkrUrl: string;
  ats: ExaminedAts[];
  vendors: ExaminedVendor[];
}

export interface ExamineParts {
  redis: RedisSurveyor;
  publicUrl: string | null;
  probe: ProbeAddress;
  readClock: ReadClock;
  lookUpHost: LookUpHost;
  /** Unix milliseconds. */
  now(): number;
  /** Told what is looked at next. */
  onStep?: (words: string) => void;
}

/** A finding with the connection it is about; null for what all share. */
export type Examined = Finding & { connection: string | null };

/** Walks every hop of every connection given. What one hop hides is said once, by that hop. */
export async function examine(parts: ExamineParts, connections: ExaminedConnection[]): Promise<Examined[]> {
  parts.onStep?.('Redis, worker and web');
  const shared = [...(await examineRedis(parts.redis)), await examineWeb(parts.publicUrl, parts.probe)];
  const found: Examined[] = shared.map((finding) => ({ ...finding, connection: null }));
  for (const connection of connections) {
    const { name } = connection.profile;
    const add = (findings: Finding[]) => found.push(...findings.map((finding) => ({ ...finding, connection: name })));
    parts.onStep?.(`Salesforce of ${name}`);
    add(await examineOrg(connection, parts));
    parts.onStep?.(`Checkr of ${name}`);
    add(await examineAccount(connection, parts));
    add(examineVendors(connection.vendors, parts.publicUrl));
  }
  return found;
}

/** Only what must hold before new processes start: a worker that is not there yet is no fault. */
export async function examineRelease(parts: ExamineParts, connections: ExaminedConnection[]): Promise<Examined[]> {
  const redis = (await examineRedis(parts.redis)).filter(({ step }) => step !== 'worker');
  const found: Examined[] = redis.map((finding) => ({ ...finding, connection: null }));
  for (const { org, profile } of connections) {
    const { findings } = await examineLogin(org, profile);
    found.push(...findings.map((finding) => ({ ...finding, connection: profile.name })));
  }
  return found;
}

async function examineOrg({ org, profile, grants, loginUrl, ats }: ExaminedConnection, parts: ExamineParts) {
  const clock = await examineClock({ name: 'salesforce', url: loginUrl }, parts);
  const { identity, findings } = await examineLogin(org, profile);
  if (identity === null) return [clock, ...findings];
  const rights = await orStopped('salesforce-rights', examineRights(org, grants));
  const work = await orStopped('salesforce-data', examineFlowOfWork(org, { profile, now: parts.now() }));
  const { lookUpHost } = parts;
  const accounts = ats.map((account) => orStopped('ats', examineAts(account, { org, lookUpHost })));
  return [clock, ...findings, ...rights, ...work, ...(await Promise.all(accounts)).flat()];
}

async function examineAccount({ checkr, profile, checkrUrl }: ExaminedConnection, parts: ExamineParts) {
  const { publicUrl } = parts;
  const findings = await examineCheckr({ surveyor: checkr, profile, apiUrl: checkrUrl, publicUrl });
  return [...findings, await examineClock({ name: 'checkr', url: checkrUrl }, parts)];
}

/** A hop that fails in the middle is a finding of its own. */
async function orStopped(step: string, look: Promise<Finding[]>): Promise<Finding[]> {
  return look.catch((error: unknown) => {
    if (!isFailure(error)) throw error;
    return [broken(step, `Stopped: ${error.message}.`, 'Mend what is said above, then run the doctor again.')];
  });
}
