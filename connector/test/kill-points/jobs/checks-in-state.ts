import type { Row } from '../../../../scripts/lib/org-session.ts';
import type { Product } from '../../harness.ts';

/** A check whose applicant was invited. */
export async function invitedCheck(product: Product): Promise<Row & { Id: string }> {
  const id = await product.requestCheck(await product.createLead());
  return { ...(await inStatus(product, id, 'Invited')), Id: id };
}

/** A check whose form was filled in by somebody of that SSN, once it has come to a status. */
export async function checkIn(product: Product, status: string, ssn: string): Promise<Row & { Id: string }> {
  const { Id, Checkr_Invitation_Id__c: invitationId } = await invitedCheck(product);
  await product.fillInForm(invitationId, ssn);
  return { ...(await inStatus(product, Id, status)), Id };
}

export function inStatus(product: Product, id: string, status: string): Promise<Row> {
  return product.checkOnce(
    id,
    status,
    (check) => check['Status__c'] === status && check['Requested_Action__c'] === null,
  );
}

/** Something to consider, waiting for a reviewer, with what may be cited. */
export async function checkInReview(product: Product): Promise<Row & { Id: string }> {
  return checkIn(product, 'Review Required', '111-11-2002');
}

/** What the record asks for now is carried out. */
export function isIdleIn(status: string): (check: Row) => boolean {
  return (check) => check['Status__c'] === status && check['Requested_Action__c'] === null;
}
