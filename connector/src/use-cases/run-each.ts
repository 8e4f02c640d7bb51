/** Work that does not depend on one another, by name. */
type Parts = Record<string, () => Promise<unknown>>;
type Results<P extends Parts> = { [Name in keyof P]: Awaited<ReturnType<P[Name]>> };

/**
 * Does each part, one after the other, whatever became of those before it; gives what each gave, by its name.
 * @throws what the first failing part threw, once all had their turn
 */
export async function runEach<P extends Parts>(parts: P): Promise<Results<P>> {
  const results: [string, unknown][] = [];
  const failed: unknown[] = [];
  for (const [name, part] of Object.entries(parts)) {
    await part().then(
      (result) => results.push([name, result]),
      (error: unknown) => failed.push(error),
    );
  }
  if (failed.length > 0) throw failed[0];
  return Object.fromEntries(results) as Results<P>;
}
