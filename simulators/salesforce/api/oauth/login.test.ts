import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { Connection } from '@jsforce/jsforce-node';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generate } from 'selfsigned';
import { parseXml } from '../../metadata/xml.ts';
import { serveOrg } from '../../testing/serve-org.ts';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKeyPem = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
let org: Awaited<ReturnType<typeof serveOrg>>;

beforeAll(async () => {
  const approvedUsers = ['connector@example.org', 'nobody@example.org'];
  org = await serveOrg({ apps: [{ clientId: 'key-app', publicKeyPem, approvedUsers }] });
});
afterAll(() => org.close());

interface Claims {
  iss?: string;
  sub?: string;
  aud?: string;
  exp?: number;
  key?: typeof keys.privateKey;
}

function assertion({
  iss = 'key-app',
  sub = 'connector@example.org',
  aud = 'https://test.salesforce.com',
  ...rest
}: Claims) {
  const exp = rest.exp ?? Math.floor(Date.now() / 1000) + 180;
  return new SignJWT({ iss, sub, aud, exp }).setProtectedHeader({ alg: 'RS256' }).sign(rest.key ?? keys.privateKey);
}

async function requestToken(form: Record<string, string>) {
  const response = await fetch(`${org.url}/services/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

const jwtGrant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

test('jsforce logs in with a JWT and reads as that user', async () => {
  const connection = new Connection({ loginUrl: org.url, version: '66.0' });
  await connection.authorize({ grant_type: jwtGrant, assertion: await assertion({}) });
  expect(connection.instanceUrl).toBe(org.url);
  expect((await connection.identity()).username).toBe('connector@example.org');
});

test('jsforce logs in with client credentials as the user of the app', async () => {
  const oauth2 = { clientId: 'library-app', clientSecret: 'not-a-secret', loginUrl: org.url };
  const connection = new Connection({ oauth2, instanceUrl: org.url, version: '66.0' });
  await connection.authorize({ grant_type: 'client_credentials' });
  const [organization] = (await connection.query('SELECT Id, IsSandbox FROM Organization')).records;
  expect(organization).toMatchObject({ Id: org.org.id, IsSandbox: true });
});

test('a JWT as the sf CLI makes it, in milliseconds and with a slash after the host, is accepted', async () => {
  const made = await assertion({ aud: `${org.url}/`, exp: Date.now() + 180_000 });
  expect((await requestToken({ grant_type: jwtGrant, assertion: made })).status).toBe(200);
});

test.each([
  ['an unknown app', { iss: 'stranger' }, 'invalid_client_id', 'client identifier invalid'],
  ['another key', { key: other.privateKey }, 'invalid_grant', 'invalid assertion'],
  ['another audience', { aud: 'https://example.com' }, 'invalid_grant', 'audience is invalid'],
  ['an expired JWT', { exp: 1_700_000_000 }, 'invalid_grant', 'expired authorization code'],
  ['an expired JWT in milliseconds', { exp: 1_700_000_000_000 }, 'invalid_grant', 'expired authorization code'],
  ['a user who is not approved', { sub: 'admin@example.org' }, 'invalid_grant', "user hasn't approved this consumer"],
  ['a user who is not there', { sub: 'nobody@example.org' }, 'invalid_grant', "user hasn't approved this consumer"],
])('%s is refused', async (_what, claims: Claims, error, error_description) => {
  const answer = await requestToken({ grant_type: jwtGrant, assertion: await assertion(claims) });
  expect(answer).toEqual({ status: 400, body: { error, error_description } });
});

test('a wrong client secret is refused', async () => {
  const answer = await requestToken({
    grant_type: 'client_credentials',
    client_id: 'library-app',
    client_secret: 'wrong',
  });
  expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
});

test('an unknown grant type is refused', async () => {
  expect((await requestToken({ grant_type: 'password' })).body['error']).toBe('unsupported_grant_type');
});

describe('an External Client App', () => {
  const APP = 'Library_App';
  const part = (type: string, inner: string) => ({
    ...{ type, fullName: APP, path: `${type}.xml` },
    element: parseXml(`<${type}><externalClientApplication>${APP}</externalClientApplication>${inner}</${type}>`, type),
  });
  const deploy = (certificate: string) =>
    org.org.deploy([
      part('ExternalClientApplication', ''),
      part('ExtlClntAppGlobalOauthSettings', certificate && `<certificate>${certificate}</certificate>`),
      part(
        'ExtlClntAppOauthConfigurablePolicies',
        '<commaSeparatedPermissionSet>Librarian</commaSeparatedPermissionSet><permittedUsersPolicyType>AdminApprovedPreAuthorized</permittedUsersPolicyType>',
      ),
    ]);
  const logIn = async (key: typeof keys.privateKey, sub = 'connector@example.org') => {
    const [app] = (await (await org.control('GET', '/external-client-apps')).json()) as { consumerKey: string }[];
    const iss = app?.consumerKey ?? '';
    return (await requestToken({ grant_type: jwtGrant, assertion: await assertion({ iss, sub, key }) })).body;
  };
  const bodyOf = (pem: string) => pem.replaceAll(/-----[A-Z ]+-----|\s/g, '');

  test('lets in who signs with the key of its certificate and holds its permission set', async () => {
    const pair = {
      publicKey: publicKeyPem,
      privateKey: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    };
    const { cert } = await generate([{ name: 'commonName', value: 'connector' }], { keyPair: pair });
    expect(deploy(bodyOf(cert))).toEqual([]);
    expect(await logIn(keys.privateKey)).toHaveProperty('access_token');
    expect(await logIn(other.privateKey)).toMatchObject({ error_description: 'invalid assertion' });
    expect((await logIn(keys.privateKey, 'admin@example.org'))['error_description']).toContain("hasn't approved");
  });

  test('has one certificate: the next one takes its place, and none lets nobody in', async () => {
    const { cert, private: next } = await generate([{ name: 'commonName', value: 'connector' }], { keySize: 2048 });
    deploy(bodyOf(cert));
    expect(await logIn(createPrivateKey(next))).toHaveProperty('access_token');
    expect(await logIn(keys.privateKey)).toMatchObject({ error_description: 'invalid assertion' });
    deploy('');
    expect(await logIn(createPrivateKey(next))).toMatchObject({ error_description: 'invalid assertion' });
  });
});
