import { randomBytes } from 'node:crypto';
import { hashSecret } from '../connector/src/ats/secret-hash.ts';
import { say } from './lib/say.ts';

const secret = randomBytes(32).toString('base64url');

say(`For the ATS, over a safe way; it is shown this once:
  API secret       ${secret}
  signing secret   whsec_ (below, the same value)

For the connector's configuration:
  ATS_SECRET_HASHES=${await hashSecret(secret)}
  ATS_SIGNING_SECRETS=whsec_${randomBytes(32).toString('base64')}

To change a secret, put the new value before the old one, with a comma between them. Take the old one away once the ATS
uses the new one. docs/ats.md says more.`);
