/** An id of 18 characters: `id18('a00', 7)`. */
export function id18(prefix: string, number: number): string {
  return `${prefix}${String(number).padStart(12, '0')}AAA`;
}

/** An outbound message about these records, its notifications numbered from `first`. */
export function outboundEnvelope(message: { organizationId: string; recordIds: string[]; first?: number }): string {
  const { organizationId, recordIds, first = 1 } = message;
  const notifications = recordIds.map(
    (id, index) =>
      `<Notification><Id>${id18('04l', first + index)}</Id>` +
      `<sObject xmlns:sf="urn:sobject.enterprise.soap.sforce.com"><sf:Id>${id}</sf:Id></sObject></Notification>`,
  );
  return (
    '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>' +
    '<notifications xmlns="http://soap.sforce.com/2005/09/outbound">' +
    `<OrganizationId>${organizationId}</OrganizationId>${notifications.join('')}</notifications></e:Body></e:Envelope>`
  );
}
