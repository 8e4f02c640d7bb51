import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from './lib/project-root.ts';

const LINK = /\]\(([^)\s]+)\)/g;
const FILE = /`((?:connector|scripts|simulators|force-app|docs|e2e|bench)\/[\w./-]+)`/g;
const pages = ['*.md', 'docs/**/*.md', 'simulators/*/*.md', 'bench/*.md', 'force-app/**/*.md'].flatMap((pattern) =>
  globSync(pattern, { cwd: projectRoot }),
);

/** Without the blocks of code: what is typed there need not be a file of ours. */
const textOf = (page: string) => readFileSync(join(projectRoot, page), 'utf8').replaceAll(/```[^]*?```/g, '');

/** As GitHub names the headings of a page. */
const anchorsOf = (page: string) =>
  [...textOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-'),
  );

function isDead(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : relative(projectRoot, join(projectRoot, dirname(page), path));
  if (!existsSync(join(projectRoot, target))) return true;
  return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).includes(anchor);
}

describe('every page leads where it says', () => {
  test.each(pages)('%s', (page) => {
    const text = textOf(page);
    const links = [...text.matchAll(LINK)].map(([, link = '']) => link).filter((link) => !/^\w+:/.test(link));
    const files = [...text.matchAll(FILE)].map(([, file = '']) => file);
    const isThere = (file: string) =>
      ['', '.ts', '.test.ts'].some((ending) => existsSync(join(projectRoot, file + ending)));
    expect(links.filter((link) => isDead(page, link))).toEqual([]);
    expect(files.filter((file) => !isThere(file))).toEqual([]);
  });
});
