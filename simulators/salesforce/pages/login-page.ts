import { html } from 'hono/html';

import type { RunningUser } from '../model.ts';
import { plainPage } from './page-shell.ts';

/** Who would you like to be? Every user of the org is a button. */
export function loginPage(users: RunningUser[], to: string): ReturnType<typeof html> {
  const body = html`<p class="slds-m-bottom_small">
      This is a simulated org. Choose the user to work as; there are no passwords.
    </p>
    <form action="/__login" method="get">
      <input type="hidden" name="to" value="${to}" />
      ${users.map(
        ({ name, username }) =>
          html`<button
            class="slds-button slds-button_neutral slds-button_stretch slds-m-bottom_x-small slds-m-left_none"
            name="user"
            value="${username}"
          >
            ${name} (${username})
          </button>`,
      )}
    </form>`;
  return plainPage({ title: 'Log in', body });
}
