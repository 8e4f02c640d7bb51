import type { FieldDefinition, FieldValue, ObjectDefinition, SObject } from '../model.ts';
import type { OutboundMessage } from './outbound-message.ts';

/** The namespace of outbound messages, and of the answer expected. */
export const OUTBOUND_NAMESPACE = 'http://soap.sforce.com/2005/09/outbound';

/** One envelope's worth of notifications; a row is null when its record is gone. */
export interface EnvelopeContent {
  message: OutboundMessage;
  definition: ObjectDefinition;
  /** Fields the message's user may see. */
  visibleFields: string[];
  notifications: { id: string; row: Readonly<SObject> | null }[];
  /** 18 characters each. */
  ids: { organization: string; action: string };
  /** `https://….my.salesforce.com`, without a slash at the end. */
  instanceUrl: string;
}

/** The SOAP message Salesforce sends: `sf:Id` first, then the chosen fields by name; empty fields are left out. */
export function toEnvelope(content: EnvelopeContent): string {
  const { ids, instanceUrl, message } = content;
  const url = (kind: string) =>
    `${instanceUrl}/services/Soap/${kind}/${message.apiVersion}/${ids.organization.slice(0, 15)}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <soapenv:Body>
  <notifications xmlns="${OUTBOUND_NAMESPACE}">
   <OrganizationId>${ids.organization}</OrganizationId>
   <ActionId>${ids.action}</ActionId>
   <SessionId xsi:nil="true"/>
   <EnterpriseUrl>${escapeXml(url('c'))}</EnterpriseUrl>
   <PartnerUrl>${escapeXml(url('u'))}</PartnerUrl>
${content.notifications.map((one) => notification(content, one)).join('\n')}
  </notifications>
 </soapenv:Body>
</soapenv:Envelope>`;
}

function notification(content: EnvelopeContent, { id, row }: EnvelopeContent['notifications'][number]): string {
  const fields = row ? fieldElements(content, row) : [];
  return [
    '   <Notification>',
    `    <Id>${id}</Id>`,
    `    <sObject xsi:type="sf:${content.message.object}" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">`,
    ...fields.map((field) => `     ${field}`),
    '    </sObject>',
    '   </Notification>',
  ].join('\n');
}

function fieldElements({ message, definition, visibleFields }: EnvelopeContent, row: Readonly<SObject>): string[] {
  const names = message.fields.filter((name) => name !== 'Id' && visibleFields.includes(name)).sort();
  return ['Id', ...names].flatMap((name) => {
    const field = definition.fields.get(name);
    const value = row[name] ?? null;
    return field && value !== null ? [`<sf:${name}>${escapeXml(written(field, value))}</sf:${name}>`] : [];
  });
}

function written(field: FieldDefinition, value: FieldValue): string {
  const isDecimal = field.type === 'Number' || field.type === 'Currency';
  return isDecimal && Number.isInteger(value) ? `${String(value)}.0` : String(value);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
