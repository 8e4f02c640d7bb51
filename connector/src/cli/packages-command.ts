import { withWorkshop, type CliContext } from './workshop.ts';

/** `packages sync`: brings each org's list in line with what its Checkr account can order, now. */
export async function packagesSyncCommand(context: CliContext, connections: string[]): Promise<void> {
  const { say, end } = context;
  await withWorkshop(context, connections, async ({ benches }) => {
    const synced: { connection: string; packages: number }[] = [];
    for (const { profile, org, syncPackages } of benches) {
      say.progress(`packages of ${profile.name}`);
      await syncPackages();
      synced.push({ connection: profile.name, packages: (await org.listActivePackages()).length });
    }
    say.json({ synced });
    say.table(
      ['connection', 'packages in the org'],
      synced.map((one) => [one.connection, String(one.packages)]),
    );
    end(0);
  });
}
