import { readFlow } from '../flows/read-flow.ts';
import type { OrgNames } from '../flows/services.ts';
import { componentsOf, type Schema } from './schema.ts';
import { childrenOf, textOf } from './xml.ts';

/** What flows may name: objects, outbound messages, flows, labels of what is deployed. */
export function orgNames(schema: () => Schema): OrgNames {
  return {
    findObject: (object) => schema().objects.get(object),
    hasOutboundMessage: (name) => outboundMessageNames(schema()).includes(name),
    findFlow(name) {
      const flow = componentsOf(schema(), 'Flow').find(({ fullName }) => fullName === name);
      return flow && readFlow(flow.element, flow.path);
    },
    label(name) {
      const label = componentsOf(schema(), 'CustomLabel').find(({ fullName }) => fullName === name);
      return label && textOf(label.element, 'value');
    },
  };
}

function outboundMessageNames(schema: Schema): string[] {
  return componentsOf(schema, 'Workflow').flatMap(({ fullName, element }) =>
    childrenOf(element, 'outboundMessages').map((message) => `${fullName}.${textOf(message, 'fullName') ?? ''}`),
  );
}
