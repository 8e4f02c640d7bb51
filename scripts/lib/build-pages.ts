import { Problem } from './problem.ts';

/** Has the org build its pages, which takes a while the first time, so that nobody waits for them later. */
export async function buildPages(orgUrl: string): Promise<void> {
  const login = `${orgUrl}/__login?${new URLSearchParams({ user: 'admin@example.org', to: '/' })}`;
  const cookie = (await fetch(login, { redirect: 'manual' })).headers.getSetCookie().map((line) => line.split(';')[0]);
  const page = await fetch(`${orgUrl}/lightning/o/Lead/list`, { headers: { cookie: cookie.join('; ') } });
  if (!page.ok) throw new Problem(`The org's pages cannot be built: ${(await page.text()).slice(0, 1_000)}`);
}
