import { generateKeyPairSync } from 'node:crypto';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseXml } from '../../simulators/salesforce/metadata/xml.ts';
import { createSalesforceSimulator } from '../../simulators/salesforce/simulator.ts';
import { serveSimulator, type ServedSimulator } from '../../simulators/salesforce/serve-simulator.ts';
import { CONNECTOR_USERNAME } from '../../scripts/lib/start-connector.ts';
import { createOrgSession } from '../src/salesforce/org-session.ts';

const APP = 'Background_Check_Connector';
const simulator = createSalesforceSimulator();
let org: ServedSimulator;
let clientId: string;
let old: KeyPair;
let next: KeyPair;

beforeAll(async () => {
  org = await serveSimulator(simulator);
  [old, next] = [await createKeyPair(), await createKeyPair()];
  deployCertificate(old);
  const answer = await fetch(`${org.url}/__control/external-client-apps`);
  clientId = ((await answer.json()) as { consumerKey: string }[])[0]?.consumerKey ?? '';
});
afterAll(() => org.close());

interface KeyPair {
  privateKey: string;
  /** As Salesforce takes it: without its first and last line. */
  certificate: string;
}

async function createKeyPair(): Promise<KeyPair> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const { cert } = await generate([{ name: 'commonName', value: APP }], { keyPair: { privateKey, publicKey } });
  return { privateKey, certificate: cert.replaceAll(/-----[A-Z ]+-----|\s/g, '') };
}

/** An app has one certificate: the old one counts no more from this moment on. */
function deployCertificate({ certificate }: KeyPair): void {
  const part = (type: string, inner: string) => ({
    ...{ type, fullName: APP, path: `${type}.xml` },
    element: parseXml(`<${type}><externalClientApplication>${APP}</externalClientApplication>${inner}</${type}>`, type),
  });
  const settings = part('ExtlClntAppGlobalOauthSettings', `<certificate>${certificate}</certificate>`);
  expect(simulator.org.deploy([part('ExternalClientApplication', ''), settings])).toEqual([]);
}

const sessionWith = (...[first, ...others]: [KeyPair, ...KeyPair[]]) =>
  createOrgSession({
    ...{ loginUrl: org.url, clientId, username: CONNECTOR_USERNAME },
    credentials: { privateKeys: [first.privateKey, ...others.map(({ privateKey }) => privateKey)] },
  });
const endSessions = () => fetch(`${org.url}/__control/sessions`, { method: 'DELETE' });

test('with both keys the connector works before, while and after the certificate is replaced', async () => {
  const session = sessionWith(next, old);
  await session.request('GET', '/limits');
  expect(session.keyInUse()).toEqual({ position: 2, of: 2 });
  deployCertificate(next);
  await endSessions();
  await session.request('GET', '/limits');
  expect(session.keyInUse()).toEqual({ position: 1, of: 2 });
});

test('the old key alone is refused then, in words that name no key', async () => {
  const refused = sessionWith(old).request('GET', '/limits');
  await expect(refused).rejects.toMatchObject({ code: 'salesforce-login-invalid-grant' });
});

test('what is refused for another reason is asked once', async () => {
  const session = createOrgSession({
    ...{ loginUrl: org.url, clientId: 'stranger', username: CONNECTOR_USERNAME },
    credentials: { privateKeys: [next.privateKey, old.privateKey] },
  });
  await expect(session.request('GET', '/limits')).rejects.toMatchObject({
    code: 'salesforce-login-invalid-client-id',
  });
});
