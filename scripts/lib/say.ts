/** Prints one line for the person who started the script. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Waits for `work`, saying now and then that it still goes on. */
export async function withTicker<T>(work: Promise<T>, everyMs = 5_000): Promise<T> {
  const started = performance.now();
  const ticker = setInterval(() => say(`  still at it, ${seconds(performance.now() - started, 0)}`), everyMs);
  try {
    return await work;
  } finally {
    clearInterval(ticker);
  }
}

/** `3.4 s`. */
export function seconds(ms: number, digits = 1): string {
  return `${(ms / 1000).toFixed(digits)} s`;
}
