import { problemOf, type Component, type Problem } from '../component.ts';
import type { Schema } from '../schema.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml.ts';

/**
 * Flows look up notification types that exist. Stricter than an org, which would only find none when the flow runs:
 * such a flow never notifies anybody.
 */
export function checkNotificationTypes(schema: Schema, components: Component[]): Problem[] {
  return components
    .filter(({ type }) => type === 'Flow')
    .flatMap((flow) =>
      childrenOf(flow.element, 'recordLookups')
        .filter((lookup) => textOf(lookup, 'object') === 'CustomNotificationType')
        .flatMap((lookup) => childrenOf(lookup, 'filters'))
        .flatMap((filter) => {
          const name = nameIn(filter);
          if (name === undefined || schema.components.has(`CustomNotificationType ${name}`)) return [];
          return [problemOf(flow, `no CustomNotificationType named ${name} found`, filter)];
        }),
    );
}

function nameIn(filter: XmlElement): string | undefined {
  const value = childOf(filter, 'value');
  const isByName = textOf(filter, 'field') === 'DeveloperName' && textOf(filter, 'operator') === 'EqualTo';
  return isByName && value ? textOf(value, 'stringValue') : undefined;
}
