import { DEPLOY_HELP, parseDeployOptions, type DeployOptions } from './lib/deploy-options.ts';
import { deployWithCli, type TargetOrg } from './lib/deploy-with-cli.ts';
import { interruption } from './lib/interruption.ts';
import { newRun } from './lib/new-run.ts';
import { wordsFor } from './lib/problem.ts';
import { createRunKeys } from './lib/run-keys.ts';
import { createSalesforceCli } from './lib/salesforce-cli.ts';
import { say } from './lib/say.ts';
import { stageProject } from './lib/stage-project.ts';
import { startOrg } from './lib/start-simulators.ts';

const cleanUps: (() => Promise<void>)[] = [];

process.exitCode = await main();

async function main(): Promise<number> {
  const interrupted = interruption();
  try {
    const options = parseDeployOptions(process.argv.slice(2));
    if (options.help) return (say(DEPLOY_HELP), 0);
    const ending = await Promise.race([deploy(options), interrupted]);
    return ending === 'interrupted' ? 130 : ending;
  } catch (error) {
    say(wordsFor(error));
    return 1;
  } finally {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  }
}

async function deploy(options: DeployOptions): Promise<number> {
  say('Compiling the components');
  const project = await stageProject();
  cleanUps.push(project.remove);
  const org = await targetOrg(options);
  const cli = await createSalesforceCli(project.folder);
  cleanUps.push(cli.close);
  return deployWithCli(cli, org, options);
}

async function targetOrg({ orgUrl }: DeployOptions): Promise<TargetOrg> {
  if (orgUrl !== undefined) return { url: orgUrl };
  const keys = createRunKeys();
  const org = await startOrg({ keys, logFolder: newRun('deploy').logFolder, port: 0, timeScale: 1 });
  cleanUps.push(() => org.stop());
  say(`Simulated org at ${org.url}`);
  return { url: org.url, keys };
}
