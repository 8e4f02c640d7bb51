import type { Check } from '../domain/check.ts';
import { consentDocumentId } from '../domain/consent-file.ts';
import { Failure } from '../domain/failure.ts';
import { idempotencyKey } from '../domain/idempotency-key.ts';
import type { ActionDeps } from './action-deps.ts';

/**
 * Hands the signed consent of the person to Checkr, which takes no report without it; gives the document's id there.
 * Tried again within a day Checkr answers with the one it has.
 */
export async function uploadConsent(
  { connection, checkr, consentFiles }: ActionDeps,
  check: Check,
  candidateId: string,
): Promise<string> {
  const { person } = check;
  if (!person?.direct?.consentDocument) throw new Failure('invalid', 'person-without-consent-document');
  const file = await consentFiles.read(consentDocumentId(person.direct.consentDocument), person.id);
  const order = { orgId: connection.orgId, checkId: check.id, operation: check.operation };
  return checkr.uploadConsent(candidateId, file, idempotencyKey('upload-consent', order));
}
