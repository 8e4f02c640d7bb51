import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { tellPlatform } from './tell-platform.ts';

/** The pre-receive hook of an app's git remote: builds and releases what is pushed to main, or refuses the push. */
process.exitCode = await main(process.argv[2] ?? '');

async function main(app: string): Promise<number> {
  const pushed = (await text(process.stdin))
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  const main = pushed.find(([, , ref]) => ref === 'refs/heads/main' || ref === 'refs/heads/master');
  const commit = main?.[1];
  if (commit === undefined || /^0+$/.test(commit)) {
    console.log('Pushed to a branch other than main or master, skipping build.');
    return 0;
  }
  return (await tellPlatform(`/apps/${app}/builds`, { commit, objects: quarantine() })).exit;
}

/** What is pushed lies apart until the hook has agreed; only git's own environment says where. */
function quarantine(): Record<string, string> {
  const { GIT_OBJECT_DIRECTORY: own, GIT_ALTERNATE_OBJECT_DIRECTORIES: others } = process.env;
  if (own === undefined) return {};
  return {
    GIT_OBJECT_DIRECTORY: resolve(own),
    GIT_ALTERNATE_OBJECT_DIRECTORIES: (others ?? '')
      .split(':')
      .map((folder) => resolve(folder))
      .join(':'),
  };
}
