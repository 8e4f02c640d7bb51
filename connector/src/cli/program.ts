import { Command } from 'commander';
import { doctorCommand } from './doctor-command.ts';
import { doctorWebhookCommand } from './doctor-webhook-command.ts';
import { hashPasswordCommand } from './hash-password-command.ts';
import { packagesSyncCommand } from './packages-command.ts';
import { parkedCommand, parkedRetryCommand } from './parked-command.ts';
import { purgeCommand } from './purge-command.ts';
import { queueCommand, queuePauseCommand, queueRetryCommand } from './queue-command.ts';
import { reconcileCommand } from './reconcile-command.ts';
import { replayCommand, type ReplayOptions } from './replay-command.ts';
import type { CliContext } from './workshop.ts';

/** Options every command takes. */
interface CommonOptions {
  connection: string[];
  json: boolean;
}

/** Makes what a command works with, once it is known how it should speak. */
export type ContextFor = (options: { json: boolean }) => CliContext;

/** Runs a command's work with what all commands share. */
type Run = (work: (context: CliContext, connections: string[]) => Promise<void>) => Promise<void>;

/**
 * Every command of the connector; each acts on all connections unless some are named. What is typed wrong is thrown once
 * the program has said so.
 */
export function createProgram(contextFor: ContextFor): Command {
  const program = new Command('bgcheck')
    .description('Looks after a running connector. Exit code 0: all well; 1: something is not; 2: it could not begin.')
    .option('--connection <name>', 'only this connection (may be given again)', collect, [])
    .option('--json', 'JSON on stdout instead of a table', false)
    .configureHelp({ optionDescription: ({ description }) => description })
    .showHelpAfterError('--help lists what there is.')
    .exitOverride();
  const run: Run = (work) => {
    const { connection, json } = program.opts<CommonOptions>();
    return work(contextFor({ json }), connection);
  };
  addDoctor(program, run);
  addWork(program, run);
  addQueue(program, run);
  program
    .command('hash-password')
    .description('a password from the input as ADMIN_PASSWORD_HASH')
    .action(() => run((context) => hashPasswordCommand(context)));
  return program;
}

function addDoctor(program: Command, run: Run): void {
  const doctor = program
    .command('doctor')
    .description('look at every hop and name what is broken, with its mend')
    .option('--release', 'only what must hold before a release: configuration, Redis, logins', false)
    .option('--synthetic <person>', 'order and cancel a check for this invented Lead or Contact; test accounts only')
    .action((options: { release: boolean; synthetic?: string }) =>
      run((context, names) => doctorCommand(context, names, options)),
    );
  doctor
    .command('webhook')
    .description('why a captured delivery of Checkr was refused')
    .option('--file <file>', 'the request: headers, an empty line, the body; piped in when left out')
    .option('--signature <text>', 'the header, where the file is the body alone')
    .option('--keys <file>', 'keys to try besides those configured, one a line')
    .action((options: object) => run((context, names) => doctorWebhookCommand(context, names, options)));
}

function addWork(program: Command, run: Run): void {
  const packages = program.command('packages').description('the packages an org lists');
  packages
    .command('sync')
    .description('bring them in line with Checkr now')
    .action(() => run(packagesSyncCommand));
  program
    .command('reconcile')
    .description('look for forgotten work now')
    .option('--everything', 'every open check, however lately it was touched', false)
    .action((options: { everything: boolean }) => run((context, names) => reconcileCommand(context, names, options)));
  program
    .command('replay')
    .description('read reports and invitations again; shows what would change, writes only with --apply')
    .option('--check <id>', 'a record, by id or as BC-000001 (may be given again, as the others)', collect, [])
    .option('--report <id>', 'a report of Checkr', collect, [])
    .option('--invitation <id>', 'an invitation of Checkr', collect, [])
    .option('--event <id>', 'an event in the audit trail', collect, [])
    .option('--since <moment>', 'every event that came since then')
    .option('--until <moment>', 'and before then')
    .option('--apply', 'write it', false)
    .action((options: ReplayOptions) => run((context, names) => replayCommand(context, names, options)));
  const parked = program
    .command('parked')
    .description('events that wait: unknown here, or refused')
    .action(() => run(parkedCommand));
  parked
    .command('retry [events...]')
    .description('apply them again now; all when none is named')
    .action((ids: string[]) => run((context, names) => parkedRetryCommand(context, names, ids)));
  program
    .command('purge')
    .description('delete rows of the audit trail whose time is over; counts them only, without --apply')
    .requiredOption('--before <day>', 'rows made before then')
    .option('--apply', 'delete them', false)
    .action((options: { before: string; apply: boolean }) =>
      run((context, names) => purgeCommand(context, names, options)),
    );
}

function addQueue(program: Command, run: Run): void {
  const queue = program
    .command('queue')
    .description('how the queues stand')
    .action(() => run(queueCommand));
  queue
    .command('retry')
    .description('jobs that wait for their next try run now')
    .action(() => run(queueRetryCommand));
  queue
    .command('pause')
    .description('begin no more jobs')
    .action(() => run((context, names) => queuePauseCommand(context, names, true)));
  queue
    .command('resume')
    .description('begin jobs again')
    .action(() => run((context, names) => queuePauseCommand(context, names, false)));
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}
