import { diagnoseSignature, type NamedKey, type SignatureDiagnosis } from '../checkr/signature-clinic.ts';
import { UsageError } from './usage-error.ts';
import { withWorkshop, type CliContext } from './workshop.ts';

interface WebhookOptions {
  /** Headers, an empty line, the body: as a proxy or `nc` shows a request. Piped in when left out. */
  file?: string;
  /** The header's value, where the file is the body alone. */
  signature?: string;
  /** Keys to try besides those configured, one a line. */
  keys?: string;
}

const MENDS: Record<SignatureDiagnosis['code'], string> = {
  valid: 'Nothing: this delivery is accepted.',
  'no-header': 'It does not come from Checkr, or something between drops X-Checkr-Signature: let the header through.',
  'sentence-instead-of-signature':
    'The Checkr account has no API key, so it cannot sign: make one in Developer Settings and put it into CHECKR_API_KEYS.',
  'wrong-form':
    'Checkr sends 64 hex digits and nothing else: something between changes the header, or it is another sender.',
  'wrong-algorithm': 'Checkr signs by SHA-256: it is another sender, or an old test script.',
  'not-a-signature': 'Checkr sends 64 hex digits: it is another sender, or something between changes the header.',
  'body-changed':
    'Something between Checkr and the connector (a proxy, a firewall) rewrites bodies: let it pass them byte by byte.',
  'unknown-key-or-changed-body':
    'Put the key of the account that sends it into CHECKR_API_KEYS. Was the key changed? Keep both for a day: new,old. Try others with --keys.',
};

/** `doctor webhook`: why a captured delivery was refused. Ends with 1 unless it is accepted. */
export async function doctorWebhookCommand(
  context: CliContext,
  connections: string[],
  { file, signature, keys: keyFile }: WebhookOptions,
): Promise<void> {
  const { say, end, readInput } = context;
  const captured = await readInput(file);
  const delivery = signature === undefined ? splitRequest(captured) : { signature, body: captured };
  const others = keyFile === undefined ? [] : keysFrom(keyFile, (await readInput(keyFile)).toString('utf8'));
  await withWorkshop({ ...context, needsRedis: false }, connections, ({ benches }) => {
    const configured = benches.flatMap(({ webhookKeys }) => webhookKeys);
    const diagnosis = diagnoseSignature(delivery, [...configured, ...others]);
    const isForeign = 'keyName' in diagnosis && others.some(({ name }) => name === diagnosis.keyName);
    const words = wordsFor(diagnosis);
    const mend = isForeign
      ? 'It is signed by a key that is not configured: add it to CHECKR_API_KEYS.'
      : MENDS[diagnosis.code];
    say.json({ ...diagnosis, words, mend, bytes: delivery.body.length });
    say.line(`${words}\n→ ${mend}`);
    end(diagnosis.code === 'valid' && !isForeign ? 0 : 1);
    return Promise.resolve();
  });
}

function wordsFor(diagnosis: SignatureDiagnosis): string {
  switch (diagnosis.code) {
    case 'valid':
      return `The signature fits: ${diagnosis.keyName}.`;
    case 'no-header':
      return 'There is no X-Checkr-Signature.';
    case 'sentence-instead-of-signature':
      return 'In place of a signature there is a sentence.';
    case 'wrong-form':
      return `The signature has another form: ${diagnosis.form}.`;
    case 'wrong-algorithm':
      return `It is signed by ${diagnosis.algorithm}: ${diagnosis.keyName}.`;
    case 'not-a-signature':
      return 'The header is no signature of 64 hex digits.';
    case 'body-changed':
      return `The signature (${diagnosis.keyName}) fits another writing of the same body: ${diagnosis.change}.`;
    case 'unknown-key-or-changed-body':
      return 'The signature fits none of the keys tried, however the body is written.';
  }
}

/** The parts of a request as it goes over the wire, or as a log keeps it. */
function splitRequest(request: Buffer): { signature: string | undefined; body: Buffer } {
  const text = request.toString('latin1');
  const gap = /\r?\n\r?\n/.exec(text);
  if (!gap) throw new UsageError('The capture must hold headers, an empty line and the body; or give --signature.');
  const head = text.slice(0, gap.index);
  const signature = /^x-checkr-signature:[ \t]*(.*)$/im.exec(head)?.[1];
  return { signature, body: request.subarray(gap.index + gap[0].length) };
}

function keysFrom(file: string, text: string): NamedKey[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.flatMap((key, index) => (key === '' ? [] : [{ name: `line ${index + 1} of ${file}`, key }]));
}
