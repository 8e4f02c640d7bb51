import { wordsFor } from './lib/problem.ts';
import { say } from './lib/say.ts';
import { clientApp, connectorUser, deployAgain, logIn } from './lib/setup/deploy-steps.ts';
import { activeFlows, byHand, connectorAnswers, leadValidation, outboundMessage } from './lib/setup/org-steps.ts';
import { groupMembers, noEcho, permissionSets, somebodyReviews } from './lib/setup/people-steps.ts';
import { salesforceOrg } from './lib/setup/salesforce-org.ts';
import { parseSetupOptions, SETUP_HELP, type SetupOptions } from './lib/setup/setup-options.ts';
import { walkThrough } from './lib/setup/walk-through.ts';

const STEPS = [
  ...[logIn, connectorUser, deployAgain, clientApp, permissionSets, groupMembers, somebodyReviews, noEcho],
  ...[outboundMessage, connectorAnswers, leadValidation, activeFlows, ...byHand],
];

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    const options = parseSetupOptions(process.argv.slice(2));
    if (options.help) return (say(SETUP_HELP), 0);
    return await setUp(options);
  } catch (error) {
    say(wordsFor(error));
    return 1;
  }
}

async function setUp(options: SetupOptions): Promise<number> {
  const open = await walkThrough(STEPS, { options, org: salesforceOrg(options.org) });
  say(open.length === 0 ? '\nThe org is set up.' : `\nStill to be done or looked at:\n  ${open.join('\n  ')}`);
  return open.length === 0 ? 0 : 1;
}
