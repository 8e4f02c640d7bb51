import type { Page } from 'playwright-core';
import type { Applicant } from './people.ts';
import { Problem } from '../problem.ts';

/** Fills in Checkr's application form, which is open in `page`, and submits it. @throws Problem with what it refuses. */
export async function submitApplication(page: Page, applicant: Applicant): Promise<void> {
  await page.getByLabel('First name').fill(applicant.firstName);
  await page.getByLabel('I have no middle name').check();
  await page.getByLabel('Last name').fill(applicant.lastName);
  await page.getByLabel('Date of birth').fill(applicant.birthDate);
  await page.getByLabel('Social Security number').fill(applicant.ssn);
  await page.getByLabel('Zip code').fill(applicant.zipCode);
  await page.getByLabel('I agree to this background check').check();
  await page.getByRole('button', { name: 'Submit' }).click();
  const refusal = page.getByRole('alert');
  const thanks = page.getByRole('heading', { name: 'Thank you' });
  await thanks.or(refusal).first().waitFor();
  if (await refusal.isVisible()) throw new Problem(`Checkr's form says: ${await refusal.innerText()}`);
}
