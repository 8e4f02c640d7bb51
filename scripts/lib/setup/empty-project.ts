import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROJECT = { packageDirectories: [{ path: 'found', default: true }], sourceApiVersion: '66.0' };

/** Lets `work` fill a Salesforce project that is empty. @returns the text of all metadata that is in it then. */
export async function inEmptyProject(work: (folder: string) => Promise<void>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'retrieve-'));
  try {
    await mkdir(join(folder, 'found'));
    await writeFile(join(folder, 'sfdx-project.json'), JSON.stringify(PROJECT));
    await work(folder);
    const entries = await readdir(join(folder, 'found'), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
