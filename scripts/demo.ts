import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEMO_HELP, parseDemoOptions, type DemoOptions } from './lib/demo-options.ts';
import { refuseTakenPorts } from './lib/free-port.ts';
import { interruption } from './lib/interruption.ts';
import { newRun, shown, type Run } from './lib/new-run.ts';
import { wordsFor } from './lib/problem.ts';
import { startRedis, type RunningRedis } from './lib/redis.ts';
import { say, seconds } from './lib/say.ts';
import { startStack, type Stack } from './lib/stack.ts';
import { connectorEnv } from './lib/start-connector.ts';
import { addPeople } from './lib/story/add-people.ts';
import { createDemoVendor } from './lib/story/demo-vendor.ts';
import { leadUrl, pageUrl } from './lib/story/lead-page.ts';
import { people } from './lib/story/people.ts';
import { playOnce } from './lib/story/play-once.ts';

const isFresh = Boolean(process.env['FRESH']);
/** What the operator's commands are run with against this demo. */
const ENV_FILE = 'connector.env';
const vendor = createDemoVendor();
const opened: (RunningRedis | Stack)[] = [];

process.exitCode = await main();

async function main(): Promise<number> {
  const interrupted = interruption();
  try {
    const options = parseDemoOptions(process.argv.slice(2));
    if (options.help) return (say(DEMO_HELP), 0);
    const ending = await Promise.race([runDemo(options, newRun('demo'), interrupted), interrupted]);
    return ending === 'interrupted' && options.once ? 130 : 0;
  } catch (error) {
    say(`\n${wordsFor(error)}`);
    return 1;
  } finally {
    if (opened.length > 0) say('\nStopping');
    for (const part of opened.reverse()) await part.close();
  }
}

async function runDemo(
  options: DemoOptions,
  run: Run,
  interrupted: Promise<'interrupted'>,
): Promise<'played' | 'interrupted'> {
  const { stack, leads } = await startEverything(options, run);
  if (options.once) await playOnce({ stack, leads, run, fresh: isFresh, headed: options.headed });
  if (options.once && !options.keepOpen) return 'played';
  const vendorCheckId = await vendor.enterCheck(await stack.signIn('admin@example.org'));
  invite(stack, { leadId: leads.clear, vendorCheckId }, run);
  return Promise.race([interrupted, stack.failed]);
}

async function startEverything({ ports, otherCheckr }: DemoOptions, run: Run) {
  await refuseTakenPorts({
    '--org-port': ports.org,
    '--checkr-port': ports.checkr,
    '--connector-port': ports.connector,
  });
  const onStep = createStepLines();
  const redis = await startRedis({ fresh: isFresh });
  opened.push(redis);
  onStep('Redis', redis.url);
  const stack = await startStack({
    ...{ redisUrl: redis.url, logFolder: run.logFolder, ports, withPages: true, ats: true, onStep },
    connectorEnv: vendor.connectorEnv,
    ...(otherCheckr ? { otherCheckr } : {}),
  });
  opened.push(stack);
  const leads = await addPeople(await stack.signIn('requester@example.org'));
  onStep('Invented people', `${Object.keys(people).length} Leads, 1 Contact`);
  await writeAddresses(stack, run);
  return { stack, leads };
}

function createStepLines(): (part: string, outcome: string) => void {
  let last = performance.now();
  return (part, outcome) => {
    say(`${seconds(performance.now() - last).padStart(8)}  ${part.padEnd(22)} ${outcome || 'up'}`);
    last = performance.now();
  };
}

/** For programs that want to join in, such as a load generator: where everything is, and this run's secrets. */
async function writeAddresses(
  { orgUrl, connectorUrl, connectorSettings, checkr, keys, ats }: Stack,
  run: Run,
): Promise<void> {
  const { apiBase, apiKey } = checkr;
  const addresses = {
    orgUrl,
    connectorUrl,
    checkrApi: apiBase,
    checkrApiKey: apiKey,
    outboundSecret: keys.outboundSecret,
    ...(ats ? { atsControl: `${ats.program.url}/__control`, atsAccount: ats.accountId, atsSecret: ats.secret } : {}),
  };
  await writeFile(join(run.logFolder, 'run.json'), `${JSON.stringify(addresses, undefined, 2)}\n`, { mode: 0o600 });
  const variables = { ...connectorEnv(connectorSettings), PUBLIC_URL: connectorUrl };
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${JSON.stringify(value)}\n`);
  await writeFile(join(run.logFolder, ENV_FILE), lines.join(''), { mode: 0o600 });
}

function invite(stack: Stack, { leadId, vendorCheckId }: { leadId: string; vendorCheckId: string }, run: Run): void {
  const { clear, consider } = people;
  const page = (username: string, path: string) => pageUrl(stack.orgUrl, { username, path });
  say(`
Open  ${leadUrl(stack.orgUrl, { username: 'requester@example.org', leadId })}

  1. Click Request Background Check, choose a package and confirm: the status moves by itself.
  2. Open the applicant's form from the card and submit it. A Social Security number of
     ${clear.applicant.ssn} comes back clear, ${consider.applicant.ssn} comes back with something to consider.
  3. The other way: edit the Lead, check Request Background Check, save. Uncheck and save,
     check again and save: a second check starts.
  4. Let an applicant tracking system order (simulators/ats/README.md says what else it can be asked):
     curl -X POST ${stack.ats?.program.url ?? ''}/__control/orders
  5. Another vendor sends its result, and a reviewer decides:
     ${vendor.command(stack.connectorUrl)}

Reviewer   ${page('reviewer@example.org', '/lightning/n/Background_Check_Reviews')}
Admin      ${page('admin@example.org', `/lightning/r/Background_Check__c/${vendorCheckId}/view`)}
Operator   node --env-file=${shown(join(run.logFolder, ENV_FILE))} connector/src/cli.ts doctor

Logs and addresses: ${shown(run.logFolder)}     Ctrl-C stops everything.`);
}
