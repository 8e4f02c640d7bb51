import { generateKeyPairSync, randomBytes } from 'node:crypto';

/** Keys and secrets made up for one run; nothing of them outlives it. */
export interface RunKeys {
  /** What the connector and we sign in to the simulated org with. */
  clientId: string;
  privateKeyPem: string;
  publicKeyPem: string;
  outboundSecret: string;
  checkrApiKey: string;
}

/** New ones at every call. */
export function createRunKeys(): RunKeys {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return {
    clientId: `connected-app-${randomBytes(8).toString('hex')}`,
    privateKeyPem: pair.privateKey,
    publicKeyPem: pair.publicKey,
    outboundSecret: randomBytes(24).toString('hex'),
    checkrApiKey: randomBytes(20).toString('hex'),
  };
}
