import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { listFiles } from '../../metadata/list-files.ts';

/** A package in metadata format: path to content. */
export type Package = Record<string, string>;

/** What a package is changed by. */
export type Mutation = (files: Package) => Package;

const INTACT = join(import.meta.dirname, 'intact');

/** A small package in which everything is right. Its script ends in `.txt` on disk: it is none of this project's. */
export function intactPackage(): Package {
  const read = (path: string) => [relative(INTACT, path).replace(/\.txt$/, ''), readFileSync(path, 'utf8')];
  return Object.fromEntries(listFiles(INTACT).map(read)) as Package;
}

/** Replaces one text in one file. @throws Error when the text is not there exactly as often as it should, once. */
export function change(path: string, from: string, to: string): Mutation {
  return (files) => {
    const text = files[path] ?? '';
    if (text.split(from).length !== 2) throw new Error(`${path} does not hold ${from} exactly once`);
    return { ...files, [path]: text.replace(from, () => to) };
  };
}

/** Adds or replaces a file. */
export function add(path: string, text: string): Mutation {
  return (files) => ({ ...files, [path]: text });
}

/** Leaves a file out. */
export function remove(path: string): Mutation {
  return ({ [path]: removed, ...rest }) => {
    if (removed === undefined) throw new Error(`there is no ${path} to remove`);
    return rest;
  };
}

/** The package as it is sent. */
export function zipOf(files: Package): Buffer {
  const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)]);
  return Buffer.from(zipSync(Object.fromEntries(entries)));
}
