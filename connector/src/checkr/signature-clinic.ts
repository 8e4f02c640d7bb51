import { createHmac, timingSafeEqual } from 'node:crypto';

/** A key with what it is called in words; the key itself is never told. */
export interface NamedKey {
  name: string;
  key: string;
}

/** What is the matter with a signature; each code is also what the log says. */
export type SignatureDiagnosis =
  | { code: 'valid'; keyName: string }
  | { code: 'no-header' | 'sentence-instead-of-signature' | 'not-a-signature' | 'unknown-key-or-changed-body' }
  | { code: 'wrong-form'; form: string }
  | { code: 'wrong-algorithm'; algorithm: string; keyName: string }
  | { code: 'body-changed'; change: string; keyName: string };

interface Delivery {
  /** The header as it came; undefined when there was none. */
  signature: string | undefined;
  body: Uint8Array;
}

const HEX_256 = /^[0-9a-f]{64}$/i;
const OTHER_ALGORITHMS = { md5: 32, sha1: 40, sha384: 96, sha512: 128 } as const;

/** Why a delivery is not proven: by the form of its signature, then by trying what proxies and senders get wrong. */
export function diagnoseSignature({ signature, body }: Delivery, keys: readonly NamedKey[]): SignatureDiagnosis {
  const given = signature?.trim() ?? '';
  if (given === '') return { code: 'no-header' };
  if (HEX_256.test(given)) return diagnoseHex(given, body, keys);
  const bare = /^(?:sha256|v\d+)=(.+)$/i.exec(given)?.[1];
  if (bare && HEX_256.test(bare)) return { code: 'wrong-form', form: 'a prefix before the hex digits' };
  if (/\s/.test(given)) return { code: 'sentence-instead-of-signature' };
  return diagnoseOtherForm(given, body, keys);
}

function diagnoseHex(given: string, body: Uint8Array, keys: readonly NamedKey[]): SignatureDiagnosis {
  const signer = keys.find(({ key }) => isMac('sha256', { key, body, given }));
  if (signer) return { code: 'valid', keyName: signer.name };
  for (const [change, original] of originalsOf(body)) {
    const changed = keys.find(({ key }) => isMac('sha256', { key, body: original, given }));
    if (changed) return { code: 'body-changed', change, keyName: changed.name };
  }
  return { code: 'unknown-key-or-changed-body' };
}

function diagnoseOtherForm(given: string, body: Uint8Array, keys: readonly NamedKey[]): SignatureDiagnosis {
  for (const [algorithm, length] of Object.entries(OTHER_ALGORITHMS)) {
    if (given.length !== length || !/^[0-9a-f]+$/i.test(given)) continue;
    const signer = keys.find(({ key }) => isMac(algorithm, { key, body, given }));
    if (signer) return { code: 'wrong-algorithm', algorithm, keyName: signer.name };
  }
  const decoded = Buffer.from(given, 'base64').toString('hex');
  const signer = keys.find(({ key }) => isMac('sha256', { key, body, given: decoded }));
  return signer ? { code: 'wrong-form', form: 'base64 in place of hex digits' } : { code: 'not-a-signature' };
}

function isMac(algorithm: string, { key, body, given }: { key: string; body: Uint8Array; given: string }): boolean {
  const expected = createHmac(algorithm, key).update(body).digest();
  const actual = Buffer.from(given, 'hex');
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** What the body may have been before somebody between Checkr and us wrote it anew. */
function* originalsOf(body: Uint8Array): Generator<[change: string, original: Buffer]> {
  const text = Buffer.from(body).toString('utf8');
  yield ['white space at its end was added or taken away', Buffer.from(text.trimEnd())];
  yield ['white space at its end was added or taken away', Buffer.from(`${text}\n`)];
  const parsed = parsedOrUndefined(text);
  if (parsed === undefined) return;
  const compact = JSON.stringify(parsed);
  yield ['it was written anew with other white space', Buffer.from(compact)];
  yield ['it was written anew with other white space', Buffer.from(JSON.stringify(parsed, null, 2))];
  yield ['it was written anew with other white space', Buffer.from(JSON.stringify(parsed, null, 4))];
  yield ['letters outside ASCII were written anew', Buffer.from(escaped(compact))];
  yield ['slashes were written anew', Buffer.from(compact.replaceAll('/', '\\/'))];
  yield ['letters outside ASCII and slashes were written anew', Buffer.from(escaped(compact).replaceAll('/', '\\/'))];
}

function parsedOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function escaped(json: string): string {
  return json.replaceAll(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
