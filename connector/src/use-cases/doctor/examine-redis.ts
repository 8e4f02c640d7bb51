import { isFailure } from '../../domain/failure.ts';
import { broken, ok, warning, type Finding } from '../../domain/finding.ts';
import type { RedisFacts, RedisSurveyor } from '../../domain/survey.ts';

/** Below it BullMQ refuses to work well. https://docs.bullmq.io/guide/redis-tm-compatibility */
const MIN_VERSION = [6, 2] as const;
/** A deploy runs old and new processes side by side. */
const SPARE_CONNECTIONS = 6;
const MEMORY_SHARE = 0.8;
const MEGABYTE = 1024 * 1024;

/** Whether Redis can hold the queues, and a worker is alive. */
export async function examineRedis(surveyor: RedisSurveyor): Promise<Finding[]> {
  try {
    const facts = await surveyor.survey();
    return [versionOf(facts), evictionOf(facts), connectionsOf(facts), memoryOf(facts), workerOf(facts)];
  } catch (error) {
    if (isFailure(error, 'unauthorized'))
      return [broken('redis', 'Redis refuses the password or the user.', 'Correct REDIS_URL: user and password.')];
    if (isFailure(error))
      return [broken('redis', 'Redis does not answer.', 'Start it, or correct REDIS_URL (rediss:// for TLS).')];
    throw error;
  }
}

function versionOf({ version }: RedisFacts): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < MIN_VERSION[0] || (major === MIN_VERSION[0] && minor < MIN_VERSION[1]);
  if (!isOld) return ok('redis', `Redis ${version} answers.`);
  return broken('redis', `Redis ${version} is too old.`, `Use ${MIN_VERSION.join('.')} or newer.`);
}

function evictionOf({ evictionPolicy }: RedisFacts): Finding {
  if (evictionPolicy === 'noeviction') return ok('redis-eviction', 'It never drops keys by itself (noeviction).');
  return broken(
    'redis-eviction',
    `Its policy is ${evictionPolicy ?? 'not told'}: when memory is short it drops waiting jobs.`,
    'Set maxmemory-policy to noeviction (Heroku: heroku redis:maxmemory --policy noeviction).',
  );
}

function connectionsOf({ connections, maxConnections }: RedisFacts): Finding {
  const words = `${connections} of ${maxConnections ?? 'an unknown number of'} connections are used.`;
  if (maxConnections === null || maxConnections - connections >= SPARE_CONNECTIONS)
    return ok('redis-connections', words);
  const mend = 'Take a larger plan, or fewer processes: web uses 1, a worker 1 and 1 more for each connection.';
  return broken('redis-connections', `${words} A deploy needs ${SPARE_CONNECTIONS} more for a moment.`, mend);
}

function memoryOf({ usedBytes, maxBytes }: RedisFacts): Finding {
  const used = Math.round(usedBytes / MEGABYTE);
  if (maxBytes === null) return ok('redis-memory', `${used} MB of memory are used; the server sets no limit.`);
  const words = `${used} of ${Math.round(maxBytes / MEGABYTE)} MB of memory are used.`;
  if (usedBytes < maxBytes * MEMORY_SHARE) return ok('redis-memory', words);
  return warning('redis-memory', words, 'Look at `queue` for what waits; take a larger plan if that is normal.');
}

function workerOf({ workerBeatAgeMs }: RedisFacts): Finding {
  if (workerBeatAgeMs !== null) return ok('worker', `A worker was alive ${Math.round(workerBeatAgeMs / 1000)} s ago.`);
  const mend = 'Start one (Heroku: heroku ps:scale worker=1) and look at its log.';
  return broken('worker', 'No worker was alive within half a minute: nothing is worked off.', mend);
}
