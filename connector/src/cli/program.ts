import { Command } from 'commander';
import { doctorCommand } from './doctor-command.ts';
import { packagesSyncCommand } from './packages-command.ts';
import type { CliContext } from './workshop.ts';

/** Options every command takes. */
interface CommonOptions {
  connection: string[];
  json: boolean;
}

/** Makes what a command works with, once it is known how it should speak. */
export type ContextFor = (options: { json: boolean }) => CliContext;

/** Every command of the connector; each acts on all connections unless some are named. */
export function createProgram(contextFor: ContextFor): Command {
  const program = new Command('bgcheck')
    .description('Looks after a running connector. Exit code 0: all well; 1: something is not; 2: it could not begin.')
    .option('--connection <name>', 'only this connection (may be given again)', collect, [])
    .option('--json', 'JSON on stdout instead of a table', false)
    .showHelpAfterError();
  const act = (work: (context: CliContext, connections: string[]) => Promise<void>) => async () => {
    const { connection, json } = program.opts<CommonOptions>();
    await work(contextFor({ json }), connection);
  };
  program
    .command('doctor')
    .description('look at every hop and name what is broken, with its mend')
    .action(act(doctorCommand));
  const packages = program.command('packages').description('the packages an org lists');
  packages.command('sync').description('bring them in line with Checkr now').action(act(packagesSyncCommand));
  return program;
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}
