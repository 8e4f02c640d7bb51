import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { projectRoot } from '../../scripts/lib/project-root.ts';

const frameSchema = z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() });
const profileSchema = z.object({
  nodes: z.array(z.object({ id: z.number(), callFrame: frameSchema, children: z.array(z.number()).optional() })),
  startTime: z.number(),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});
type Frame = z.infer<typeof frameSchema>;
type Profile = z.infer<typeof profileSchema>;

/** From when to when, in microseconds of the machine's monotonic clock, which V8 stamps its samples with. */
export interface Span {
  from: number;
  to: number;
}

/** What took processor time, and which part of it; the dearest first. */
export type Shares = [name: string, share: number][];

/** A `.cpuprofile` as Node writes it. */
export function readCpuProfile(file: string): Profile {
  return profileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The monotonic clock. */
export function nowMicroseconds(): number {
  return Number(process.hrtime.bigint() / 1000n);
}

/**
 * Who was at work within a span, by name, waiting left out. What has no file of its own, as `JSON.parse` or a write to
 * a socket, counts for whoever called it. Samples count alike: their distances say how busy the machine is with others.
 */
export function selfShares(profile: Profile, { from, to }: Span, nameOf: (frame: Frame) => string): Shares {
  const names = namesOfNodes(profile, nameOf);
  const counts = new Map<string, number>();
  let at = profile.startTime;
  for (const [index, node] of profile.samples.entries()) {
    at += profile.timeDeltas[index] ?? 0;
    const name = names.get(node) ?? '';
    if (at >= from && at <= to && name !== '(idle)') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts]
    .map(([name, count]): [string, number] => [name, count / all])
    .toSorted(([, one], [, other]) => other - one);
}

function namesOfNodes({ nodes }: Profile, nameOf: (frame: Frame) => string): Map<number, string> {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const ownerOf = (id: number | undefined): Frame | undefined => {
    const frame = id === undefined ? undefined : frames.get(id);
    return frame?.url === '' ? ownerOf(callers.get(id ?? 0)) : frame;
  };
  return new Map(nodes.map(({ id, callFrame }) => [id, nameOf(ownerOf(id) ?? callFrame)]));
}

/** The package, the part of Node or the file of ours a function stands in. */
export function placeOf({ functionName, url }: Frame): string {
  if (url === '') return functionName;
  const node = /^node:(?:internal\/)?_?([a-z0-9]+)/.exec(url)?.[1];
  if (node) return `node:${node}`;
  const dependency = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  return dependency ?? relative(projectRoot, url.startsWith('file:') ? fileURLToPath(url) : url);
}

/** The function itself, for finding it. */
export function functionOf(frame: Frame): string {
  if (frame.url === '') return frame.functionName;
  const file = frame.url.split('/').slice(-2).join('/').replace('node:', '');
  return `${placeOf(frame)} ${frame.functionName || '(anonymous)'} ${file}:${frame.lineNumber + 1}`;
}
