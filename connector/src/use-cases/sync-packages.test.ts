import { expect, test } from 'vitest';
import type { CheckPackage } from '../domain/checkr-port.ts';
import { syncPackages } from './sync-packages.ts';

const somePackage: CheckPackage = { slug: 'tasker_standard', name: 'Tasker', priceCents: null, screenings: [] };

async function sync(listed: CheckPackage[]) {
  const org: CheckPackage[][] = [[somePackage]];
  const packages = { replaceAll: (all: CheckPackage[]) => Promise.resolve(void org.push(all)) };
  const checkr = { listPackages: () => Promise.resolve(listed) };
  const failure: unknown = await syncPackages({ checkr, packages }).catch((error: unknown) => error);
  return { offered: org.at(-1), failure };
}

test('the org offers what Checkr lists', async () => {
  const other = { ...somePackage, slug: 'driver_standard' };
  expect(await sync([other])).toEqual({ offered: [other], failure: undefined });
});

test('a list without a single package is an answer gone wrong: the org goes on offering what it has, and it is tried again', async () => {
  const { offered, failure } = await sync([]);
  expect(offered).toEqual([somePackage]);
  expect(failure).toMatchObject({ kind: 'unavailable', code: 'checkr-lists-no-packages' });
});
