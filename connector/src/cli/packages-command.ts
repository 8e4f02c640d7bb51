import type { CliContext } from './workshop.ts';

/** `packages sync`: brings each org's list in line with what its Checkr account can order, now. */
export async function packagesSyncCommand({ open, say, end }: CliContext, connections: string[]): Promise<void> {
  const workshop = await open(connections);
  try {
    const synced: { connection: string; packages: number }[] = [];
    for (const bench of workshop.benches) {
      say.progress(`packages of ${bench.profile.name}`);
      await bench.syncPackages();
      synced.push({ connection: bench.profile.name, packages: (await bench.org.listActivePackages()).length });
    }
    say.json({ synced });
    say.table(
      ['connection', 'packages in the org'],
      synced.map((one) => [one.connection, String(one.packages)]),
    );
    end(0);
  } finally {
    await workshop.close();
  }
}
