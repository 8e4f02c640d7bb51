/** Work done a few pieces at a time, in the order it came. */
export interface Lane {
  add(work: () => Promise<void>): void;
}

/** A lane `width` pieces of work wide. Work must not fail. */
export function createLane(width: number): Lane {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;

  const goOn = (): void => {
    const work = running < width ? waiting.shift() : undefined;
    if (!work) return;
    running += 1;
    void work().finally(() => {
      running -= 1;
      goOn();
    });
  };
  return {
    add(work) {
      waiting.push(work);
      goOn();
    },
  };
}
