import { expect, test } from 'vitest';
import { packagesToFetch } from './debian-packages.ts';

test('new, reinstalled and upgraded packages of a simulated install are fetched in the version it chose', () => {
  const simulation = [
    'Reading state information...',
    'Inst liblzf1 (3.6-3 Debian:12.15/oldstable [amd64])',
    'Inst redis-server [5:7.0.15-1] (5:7.0.15-2 Debian-Security:12/oldstable-security [amd64]) []',
    'Inst libc6:i386 [2.36-9] (2.36-10 Debian:12 [i386])',
    'Conf liblzf1 (3.6-3 Debian:12.15/oldstable [amd64])',
  ].join('\n');
  expect(packagesToFetch(simulation)).toEqual(['liblzf1=3.6-3', 'redis-server=5:7.0.15-2', 'libc6:i386=2.36-10']);
});
