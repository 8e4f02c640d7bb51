import type { ObjectDefinition } from '../../model.ts';
import { checkbox, text } from './setup-field.ts';
import { standardObject } from './standard-object.ts';

/** Objects whose rows stand for deployed metadata: notification types and flows. */
export function deployedObjects(): ObjectDefinition[] {
  return [notificationType(), flowDefinitionView()];
}

function notificationType(): ObjectDefinition {
  const fields = [
    text('CustomNotifTypeName', { label: 'Custom Notification Type Name' }),
    text('DeveloperName', { label: 'API Name', required: true }),
    text('MasterLabel', { label: 'Label' }),
    checkbox('Desktop'),
    checkbox('Mobile'),
  ];
  return standardObject({
    name: 'CustomNotificationType',
    label: 'Custom Notification Type',
    keyPrefix: '0ML',
    fields,
  });
}

/** The flows as clients find them; in an org their ids are those of the flow definitions. */
function flowDefinitionView(): ObjectDefinition {
  const fields = [
    text('ApiName', { label: 'Flow API Name', required: true }),
    text('Label'),
    text('ProcessType', { label: 'Process Type' }),
    checkbox('IsActive', { label: 'Active' }),
  ];
  return standardObject({ name: 'FlowDefinitionView', label: 'Flow', keyPrefix: '3dd', fields });
}
