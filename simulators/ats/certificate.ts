import { generate } from 'selfsigned';

/** A certificate for this machine, made up at start; whoever calls us has to be told to trust it. In PEM. */
export async function makeCertificate(): Promise<{ key: string; certificate: string }> {
  const { private: key, cert: certificate } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key, certificate };
}
