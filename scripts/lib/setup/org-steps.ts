import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { projectRoot } from '../project-root.ts';
import { quoted } from './salesforce-org.ts';
import { DONE, doneIf, type Finding, type SetupStep } from './setup-step.ts';

const FLOW = '.flow-meta.xml';

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

export const outboundMessage: SetupStep = {
  title: 'The outbound message goes to the connector, as its own user',
  check: async ({ org, options }) => {
    const xml = await org.retrieve('WorkflowOutboundMessage:Background_Check__c.Background_Check_Command');
    const names = (tag: string, value: string) => xml.includes(`<${tag}>${escaped(value)}</${tag}>`);
    const wrong = [
      ...(names('endpointUrl', options.endpoint) ? [] : ['it goes to another endpoint than --endpoint']),
      ...(names('integrationUser', options.connector) ? [] : ['it is sent as another user than --connector']),
    ];
    const place = 'Setup, Outbound Messages, Background Check Command';
    return doneIf(wrong.length === 0, `${place}: ${wrong.join(', and ')}; start again without --check.`);
  },
};

export const leadValidation: SetupStep = {
  title: 'Require Validation for Converted Leads',
  check: async ({ org }) => {
    const xml = await org.retrieve('Settings:LeadConfig');
    return doneIf(
      xml.includes('<shouldLeadConvertRequireValidation>true</shouldLeadConvertRequireValidation>'),
      'Setup, Lead Settings: switch it on, so that a conversion runs the flow that carries the checks to the Contact.',
    );
  },
};

export const activeFlows: SetupStep = {
  title: 'Every flow of the package is active',
  check: async ({ org }) => {
    const ours = globSync('force-app/{main,org}/default/flows/*', { cwd: projectRoot }).map((path) =>
      basename(path, FLOW),
    );
    const list = ours.map(quoted).join(', ');
    const rows = await org.query(
      `SELECT ApiName FROM FlowDefinitionView WHERE IsActive = true AND ApiName IN (${list})`,
    );
    const active = new Set(rows.map((row) => row['ApiName']));
    const idle = ours.filter((name) => !active.has(name));
    return doneIf(idle.length === 0, `Setup, Flows: activate ${idle.join(', ')}.`);
  },
};

/** Only a person can see or do these: Salesforce shows them in Setup alone, or the page is the customer's own. */
const BY_HAND: [title: string, words: string][] = [
  [
    'Default Workflow User',
    'Setup, Process Automation Settings: name an active admin; the alert on unanswered requests runs as this user.',
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

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
