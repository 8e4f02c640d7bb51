import type { World } from './world.ts';

/** A walk that several facts look at: made once for each world, by whichever fact asks first. */
export function once<T>(walk: (world: World) => Promise<T>): (world: World) => Promise<T> {
  const walked = new WeakMap<World, Promise<T>>();
  return (world) => {
    const known = walked.get(world) ?? walk(world);
    walked.set(world, known);
    return known;
  };
}
