import { DONE, type Finding, type SetupStep } from './setup-step.ts';

export const connectorAnswers: SetupStep = {
  title: 'The connector answers where outbound messages go',
  check: async ({ options }): Promise<Finding> => {
    const ready = new URL('/ready', options.endpoint);
    const answer = await fetch(ready, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
    if (answer?.ok) return DONE;
    const reason = answer ? `answers ${answer.status}` : 'does not answer';
    return { state: 'open', words: `${ready.href} ${reason}; start web and worker, and look at the connector's log.` };
  },
};

/** Only a person can see or do these: Salesforce shows them in Setup alone, or the page is the customer's own. */
const BY_HAND: [title: string, words: string][] = [
  [
    'Outbound message',
    'Setup, Outbound Messages, Background Check Command: the endpoint is your connector, the user to send as is its own.',
  ],
  [
    'Require Validation for Converted Leads',
    'Setup, Lead Settings: switch it on, so that a conversion runs the flow that carries the checks to the Contact.',
  ],
  [
    'Default Workflow User',
    'Setup, Process Automation Settings: name an active admin; the alert on unanswered requests runs as this user.',
  ],
  [
    'Flows are active',
    'Setup, Flows: every flow of the package is active. In production they stay inactive unless Deploy processes and flows as active is on.',
  ],
  [
    'The card and the list button',
    'put the component Background Check on the Lead and Contact page, and the list button Request Background Checks on their list views (docs/admin.md).',
  ],
];

/** What nobody but the admin can do, one step each. */
export const byHand: SetupStep[] = BY_HAND.map(([title, words]) => ({
  title,
  check: () => Promise.resolve({ state: 'unsure', words }),
}));
