import { createHmac, timingSafeEqual } from 'node:crypto';

const HEX_SHA256 = /^[0-9a-f]{64}$/i;

/**
 * Whether `signature` is the HMAC-SHA256 of exactly these bytes under `key`, in hex.
 * An account without an API key sends an English sentence in the header: that is unsigned.
 */
export function isSignedBy(key: string, body: Uint8Array, signature: string): boolean {
  if (!HEX_SHA256.test(signature)) return false;
  return timingSafeEqual(createHmac('sha256', key).update(body).digest(), Buffer.from(signature, 'hex'));
}
