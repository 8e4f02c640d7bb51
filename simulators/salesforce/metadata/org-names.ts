import type { OrgNames } from '../flows/services.ts';
import { componentsOf, type Schema } from './schema.ts';
import { childrenOf, textOf } from './xml.ts';

/** What flows may name: objects, outbound messages, labels of what is deployed. */
export function orgNames(schema: () => Schema): OrgNames {
  return {
    findObject: (object) => schema().objects.get(object),
    hasOutboundMessage: (name) => outboundMessageNames(schema()).includes(name),
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
