import { createHmac, randomUUID } from 'node:crypto';
import type { MakeRequest } from './load.ts';

/** Of the size Checkr's have: about two kilobytes. */
const PADDING = 'n'.repeat(1600);

/** A webhook as Checkr sends it, signed. */
export function webhook(key: string, { id, type, objectId }: { id: string; type: string; objectId: string }) {
  const object = { id: objectId, object: 'report', uri: `/v1/reports/${objectId}`, note: PADDING };
  const event = { id, object: 'event', type, created_at: new Date().toISOString(), data: { object } };
  const body = JSON.stringify(event);
  const signature = createHmac('sha256', key).update(body).digest('hex');
  return { body, headers: { 'content-type': 'application/json', 'x-checkr-signature': signature } };
}

/** A different event each time. */
export function webhooks(key: string): MakeRequest {
  return () => webhook(key, { id: randomUUID(), type: 'report.updated', objectId: randomUUID() });
}

/** A different outbound message each time, with so many notifications. */
export function outboundMessages(orgId: string, notifications: number): MakeRequest {
  let sent = 0;
  const id = (prefix: string, number: number) => `${prefix}${number.toString(36).padStart(15, '0')}`;
  return () => {
    const rows = Array.from({ length: notifications }, () => {
      sent += 1;
      return (
        `<Notification><Id>${id('04l', sent)}</Id>` +
        `<sObject xsi:type="sf:Background_Check__c" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">` +
        `<sf:Id>${id('a00', sent)}</sf:Id></sObject></Notification>`
      );
    });
    const body =
      `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ` +
      `xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>` +
      `<notifications xmlns="http://soap.sforce.com/2005/09/outbound"><OrganizationId>${orgId}</OrganizationId>` +
      `<ActionId>04k000000000001AAA</ActionId><SessionId xsi:nil="true"/><EnterpriseUrl>https://example.org/c</EnterpriseUrl>` +
      `<PartnerUrl>https://example.org/u</PartnerUrl>${rows.join('')}</notifications></soapenv:Body></soapenv:Envelope>`;
    return { body, headers: { 'content-type': 'text/xml; charset=utf-8' } };
  };
}
