import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const scryptAsync = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);

/** About 60 ms and 16 MB a try. */
const COST = { N: 16_384, r: 8, p: 1 };
const KEY_BYTES = 32;
/** More than any cost a configuration may ask for. */
const MAX_MEMORY = 128 * 1024 * 1024;

/** A secret as it may lie in a configuration: `scrypt:N:r:p:salt:key`, the last two in base64url. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await scryptAsync(secret, salt, KEY_BYTES, { ...COST, maxmem: MAX_MEMORY });
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join(':');
}

/** Whether this secret made that hash; takes the same time for a wrong one. */
export async function isSecretOf(hash: string, secret: string): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = hash.split(':');
  const expected = Buffer.from(key, 'base64url');
  const cost = { N: Number(N), r: Number(r), p: Number(p), maxmem: MAX_MEMORY };
  const made = await scryptAsync(secret, Buffer.from(salt, 'base64url'), expected.length, cost);
  return timingSafeEqual(expected, made);
}
