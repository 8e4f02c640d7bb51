import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../scripts/lib/project-root.ts';
import { functionOf, placeOf, readCpuProfile, selfShares, type Shares, type Span } from './cpu-profile.ts';

const SAMPLE_MICROSECONDS = 500;
const END_AT_ONCE = pathToFileURL(join(projectRoot, 'bench/lib/end-at-once.ts')).href;
const SHOWN = 25;

/** Where the processor time of one kind of work went. */
export interface WorkProfile {
  name: string;
  /** Processor time for each piece of it. */
  microseconds: number;
  places: Shares;
}

/** A program and a span of its time, in which it did pieces of work that cost so much each. */
export interface ProfiledSpan extends Span {
  name: string;
  program: string;
  microseconds: number;
}

/** What Node has to be told to write a profile of a program when that ends; paths may hold spaces. */
export function profilingFlags(folder: string, program: string): string {
  const dir = join(folder, program);
  mkdirSync(dir, { recursive: true });
  return ` --cpu-prof --cpu-prof-dir="${dir}" --cpu-prof-interval=${SAMPLE_MICROSECONDS} --import=${END_AT_ONCE}`;
}

/** Reads what the programs wrote, prints the dearest functions and places of each kind of work and gives the places. */
export function profilesOf(folder: string, spans: ProfiledSpan[]): WorkProfile[] {
  return spans.map(({ name, program, microseconds, ...span }) => {
    const [file] = readdirSync(join(folder, program)).filter((found) => found.endsWith('.cpuprofile'));
    if (!file) throw new Error(`${program} wrote no profile`);
    const path = join(folder, program, file);
    const profile = readCpuProfile(path);
    const places = selfShares(profile, span, placeOf);
    console.log(`\n${name}: ${microseconds.toFixed(1)} µs of processor each (${path})`);
    sayShares(selfShares(profile, span, functionOf), microseconds);
    sayShares(places, microseconds);
    return { name, microseconds, places };
  });
}

function sayShares(shares: Shares, microseconds: number): void {
  console.log('');
  for (const [what, share] of shares.slice(0, SHOWN))
    console.log(
      `${(share * microseconds).toFixed(1).padStart(9)} µs ${(100 * share).toFixed(1).padStart(5)} %  ${what}`,
    );
}
