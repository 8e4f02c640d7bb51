import { html } from 'hono/html';
import type { Application, ApplicationProblem } from '../invitations/application.ts';
import type { Package } from '../packages/package.ts';
import { needsLicense, needsSsn } from '../reports/report-problem.ts';
import { checkBox, textField } from './form-fields.ts';
import { pageLayout } from './page-layout.ts';
import type { Html } from './page-layout.ts';

/** The apply form with the answers so far and what is wrong with them. */
export function inviteForm(options: {
  accountName: string;
  ordered: Package;
  answers: Partial<Application>;
  problems: ApplicationProblem[];
}): Html {
  const { accountName, ordered, answers, problems } = options;
  const field = (
    name: keyof Application,
    label: string,
    more: { type?: string; hint?: string; autocomplete?: string } = {},
  ): Html => textField({ name, label, value: String(answers[name] ?? ''), problems, ...more });
  const title = 'Background check application';
  const ssnFields = [
    field('ssn', 'Social Security number', { hint: 'Nine digits, for example 111-11-2001.', autocomplete: 'off' }),
    field('zipcode', 'Zip code', { hint: 'Five digits.', autocomplete: 'postal-code' }),
  ];
  const licenseFields = [
    field('driver_license_number', 'Driver license number', { autocomplete: 'off' }),
    field('driver_license_state', 'Driver license state', { hint: 'Two letters, for example CA.' }),
  ];
  const content = html`<p>${accountName} has asked for a background check: ${ordered.name}.</p>
    ${problemSummary(problems)}
    <form method="post" novalidate>
      ${field('first_name', 'First name', { autocomplete: 'given-name' })}
      ${field('middle_name', 'Middle name', { autocomplete: 'additional-name' })}
      ${checkBox({ name: 'no_middle_name', label: 'I have no middle name', isTicked: answers.no_middle_name, problems })}
      ${field('last_name', 'Last name', { autocomplete: 'family-name' })}
      ${field('dob', 'Date of birth', { type: 'date', autocomplete: 'bday' })} ${needsSsn(ordered) ? ssnFields : ''}
      ${needsLicense(ordered) ? licenseFields : ''}
      ${checkBox({ name: 'consent', label: 'I agree to this background check', isTicked: answers.consent, problems })}
      <button type="submit">Submit</button>
    </form>`;
  return pageLayout(title, content);
}

function problemSummary(problems: ApplicationProblem[]): Html {
  if (problems.length === 0) return html``;
  return html`<div class="summary" role="alert">
    <p>Please correct:</p>
    <ul>
      ${problems.map(({ field, message }) => html`<li><a href="#${field}">${message}</a></li>`)}
    </ul>
  </div>`;
}
