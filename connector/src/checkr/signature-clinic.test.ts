import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { diagnoseSignature, type NamedKey } from './signature-clinic.ts';

const event = { id: 'e1', type: 'report.completed', data: { object: { name: 'Zoë', url: '/v1/reports/1' } } };
const compact = JSON.stringify(event);
const keys: NamedKey[] = [
  { name: 'first', key: 'key-1' },
  { name: 'second', key: 'key-2' },
];
const mac = (text: string, key = 'key-1', algorithm = 'sha256') => createHmac(algorithm, key).update(text);
const hex = (text: string, key?: string, algorithm?: string) => mac(text, key, algorithm).digest('hex');
const php = compact.replaceAll('/', '\\/').replace('ë', '\\u00eb');

test.each([
  ['the header is missing', undefined, compact, { code: 'no-header' }],
  ['the account has no key', 'Please create an API key first.', compact, { code: 'sentence-instead-of-signature' }],
  ['it is something else', 'abc', compact, { code: 'not-a-signature' }],
  ['the sender puts a prefix', `sha256=${hex(compact)}`, compact, { code: 'wrong-form' }],
  ['it is base64', mac(compact).digest('base64'), compact, { code: 'wrong-form' }],
  ['it is SHA-1', hex(compact, 'key-2', 'sha1'), compact, { code: 'wrong-algorithm', algorithm: 'sha1' }],
  ['capitals do no harm', hex(compact).toUpperCase(), compact, { code: 'valid', keyName: 'first' }],
  ['it is the second key', hex(compact, 'key-2'), compact, { code: 'valid', keyName: 'second' }],
  ['a proxy made it pretty', hex(compact), JSON.stringify(event, null, 2), { code: 'body-changed' }],
  ['a proxy made it compact', hex(JSON.stringify(event, null, 2)), compact, { code: 'body-changed' }],
  ['a proxy added a line end', hex(compact), `${compact}\n`, { code: 'body-changed' }],
  ['a proxy unescaped letters and slashes', hex(php), compact, { code: 'body-changed' }],
  ['it is another key', hex(compact, 'key-3'), compact, { code: 'unknown-key-or-changed-body' }],
  ['the body is another', hex('{}'), compact, { code: 'unknown-key-or-changed-body' }],
])('%s', (_title, signature, body, diagnosis) => {
  expect(diagnoseSignature({ signature, body: Buffer.from(body) }, keys)).toMatchObject(diagnosis);
});
