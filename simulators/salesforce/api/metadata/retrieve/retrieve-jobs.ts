import { strToU8, zipSync } from 'fflate';
import { recordId } from '../../../database/record-id.ts';
import type { RunningUser } from '../../../model.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../../../metadata/xml.ts';
import type { SimulatedOrg } from '../../../org.ts';
import type { Member } from '../package/manifest.ts';
import { retrieveFiles, type RetrievedFile } from './retrieve-files.ts';

/** The packages people asked an org for. */
export interface RetrieveJobs {
  /** @param request the one argument, which clients name differently. @returns its id. @throws Error naming what this org cannot do. */
  start(user: RunningUser, request: XmlElement | undefined): string;
  /** A `RetrieveResult` of the Metadata API. @throws Error for an unknown id. */
  result(id: string, options: { withZip: boolean }): Record<string, unknown>;
}

const UNKNOWN = ['packageNames', 'specificFiles', 'rootTypesWithDependencies'];

/** Nothing asked for yet. Each retrieval is done at once: what is deployed is at hand. */
export function createRetrieveJobs(org: SimulatedOrg): RetrieveJobs {
  const results = new Map<string, Record<string, unknown>>();
  return {
    start(user, request) {
      const members = membersOf(request);
      const id = recordId('09S', results.size + 1);
      const { files, problems } = retrieveFiles({ schema: org.schema(), settings: org.settings }, members);
      const at = { id, user, date: org.now().toISOString() };
      results.set(id, {
        ...{ done: true, fileProperties: files.map((file) => properties(file, at)), id },
        messages: problems.map((problem) => ({ fileName: 'unpackaged/package.xml', problem })),
        ...{ status: 'Succeeded', success: true, zipFile: zipped(files) },
      });
      return id;
    },
    result(id, { withZip }) {
      const result = results.get(id);
      if (!result) throw new Error(`no retrieval ${id}`);
      return withZip ? result : { ...result, zipFile: '' };
    },
  };
}

function membersOf(request: XmlElement | undefined): Member[] {
  const other = request?.children.find(({ name }) => UNKNOWN.includes(name));
  if (other) throw new Error(`RetrieveRequest: ${other.name} is not known to this org`);
  const manifest = request && childOf(request, 'unpackaged');
  if (!manifest) throw new Error('RetrieveRequest: unpackaged is missing');
  return childrenOf(manifest, 'types').flatMap((types) =>
    childrenOf(types, 'members').map(({ text, line }) => ({ type: textOf(types, 'name') ?? '', fullName: text, line })),
  );
}

function properties(file: RetrievedFile, { id, user, date }: { id: string; user: RunningUser; date: string }) {
  return {
    ...{ createdById: user.id, createdByName: user.name, createdDate: date },
    ...{ fileName: `unpackaged/${file.path}`, fullName: file.fullName, id },
    ...{ lastModifiedById: user.id, lastModifiedByName: user.name, lastModifiedDate: date, type: file.type },
  };
}

/** In base64, with a package.xml, as the Metadata API sends it. */
function zipped(files: RetrievedFile[]): string {
  const members = files.map(
    ({ type, fullName }) => `<types><members>${fullName}</members><name>${type}</name></types>`,
  );
  const manifest = `<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="http://soap.sforce.com/2006/04/metadata">${members.join('')}<version>66.0</version></Package>\n`;
  const entries = [{ path: 'package.xml', text: manifest }, ...files];
  const zip = zipSync(Object.fromEntries(entries.map(({ path, text }) => [`unpackaged/${path}`, strToU8(text)])));
  return Buffer.from(zip).toString('base64');
}
