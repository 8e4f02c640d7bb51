import { relative } from 'node:path';
import { componentName, type Component, type Problem } from '../../metadata/component.ts';
import { FOLDERED_TYPES } from '../../metadata/metadata-types.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import type { DeployMessage } from './deploy-result.ts';

/** `folder` is where paths of components start. */
interface About {
  folder: string;
  createdDate: string;
}

/** Why components are refused, as the Metadata API tells it. */
export function failureMessages(problems: Problem[], { folder, createdDate }: About): DeployMessage[] {
  return problems.map(({ path, component, message, line, column }) => {
    const isManifest = component === 'package.xml';
    const componentType = isManifest ? '' : (component.split(' ')[0] ?? '');
    const fileName = relative(folder, path);
    const isBundle = componentType === 'LightningComponentBundle' && line !== undefined;
    const problem = message.replaceAll(`${folder}/`, '');
    return {
      componentType,
      fullName: isManifest ? component : component.slice(componentType.length + 1) || fileName,
      fileName,
      ...{ success: false, created: false, changed: false, deleted: false, createdDate, problemType: 'Error' },
      problem: isBundle ? `[Line: ${line}, Col: ${column ?? 1}] ${problem}` : problem,
      ...(line === undefined ? {} : { lineNumber: line, columnNumber: column ?? 1 }),
    };
  });
}

/** Each component as created, changed or, when the org had the same already, unchanged; package.xml with them. */
export function successMessages(
  components: Component[],
  before: ReadonlyMap<string, Component>,
  { folder, createdDate }: About,
): DeployMessage[] {
  const fine = { success: true, deleted: false, createdDate };
  const manifest = { componentType: '', fullName: 'package.xml', fileName: 'package.xml', created: false };
  const messages = components.map((component) => {
    const old = before.get(componentName(component));
    const created = !old;
    const changed = !old || contentOf(old) !== contentOf(component);
    const { fullName, path } = component;
    return {
      componentType: typeToldOf(component),
      fullName,
      fileName: relative(folder, path),
      created,
      changed,
      ...fine,
    };
  });
  return [{ ...manifest, changed: true, ...fine }, ...messages];
}

function contentOf({ element, files }: Component): string {
  const sources = [...(files ?? [])].filter(([name]) => !name.endsWith('-meta.xml'));
  return JSON.stringify([bare(element), sources.sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** Without places and layout. */
function bare({ name, text, children }: XmlElement): unknown {
  return [name, text, children.map(bare)];
}

/** A folder is told by a type of its own, `ReportFolder`; the CLI finds no component of its project for another. */
function typeToldOf({ type, fullName }: Component): string {
  const foldered = FOLDERED_TYPES.find((each) => each.type === type);
  return foldered && !fullName.includes('/') ? foldered.folderRoot : type;
}
