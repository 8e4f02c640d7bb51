import type { FlowDefinition, RecordStart } from './flow-definition.ts';
import { referencesIn, targetsIn } from './flow-references.ts';

const CHANGE_FUNCTIONS = /\b(ISNEW|ISCHANGED|PRIORVALUE)\s*\(/i;

/**
 * Why the asynchronous paths of a flow cannot be: a flow that runs on updates has to be set off by a change, and once the
 * save is over nothing can look at what was before it, or refuse it. Undefined when they can.
 */
export function wrongAsyncPath(flow: FlowDefinition, start: RecordStart): string | undefined {
  const paths = start.scheduledPaths.filter(({ timing }) => timing.kind === 'async');
  const [path] = paths;
  if (!path) return undefined;
  const reason = `${path.name}: an asynchronous path`;
  if (start.events.update && !isSetOffByChange(start))
    return `${reason} of a flow that runs on updates needs a condition with IsChanged, or doesRequireRecordChangedToMeetCriteria`;
  const late = tooLate(
    flow,
    reachedFrom(
      flow,
      paths.map(({ connector }) => connector),
    ),
  );
  return late && `${reason} cannot hold ${late}`;
}

function isSetOffByChange({ requiresChange, criteria }: RecordStart): boolean {
  return requiresChange || (criteria?.conditions.some(({ operator }) => operator === 'IsChanged') ?? false);
}

/** Elements behind these, and the resources they read. */
function reachedFrom(flow: FlowDefinition, starts: string[]): Set<string> {
  const next = [
    ...targetsIn(flow).map(({ element, target }) => [element, target] as const),
    ...referencesIn(flow).map(({ element, reference }) => [element, reference.split('.')[0] ?? ''] as const),
  ];
  const reached = new Set(starts);
  for (const one of reached) next.filter(([from]) => from === one).forEach(([, to]) => reached.add(to));
  return reached;
}

function tooLate(flow: FlowDefinition, reached: Set<string>): string | undefined {
  const prior = referencesIn(flow).find(
    ({ element, reference }) => reached.has(element) && reference.startsWith('$Record__Prior'),
  );
  if (prior) return `${prior.reference} (${prior.element})`;
  for (const name of reached) {
    const [node, resource] = [flow.nodes.get(name), flow.resources.get(name)];
    if (node?.kind === 'customError') return `the custom error ${name}`;
    const rules = node?.kind === 'decision' ? node.rules : [];
    const looksBack = rules.some(
      ({ criteria, requiresChange }) =>
        requiresChange || criteria.conditions.some(({ operator }) => operator === 'IsChanged'),
    );
    if (looksBack) return `IsChanged (${name})`;
    const called = resource?.kind === 'formula' && CHANGE_FUNCTIONS.exec(resource.formula.expression)?.[1];
    if (called) return `${called} (${name})`;
  }
  return undefined;
}
