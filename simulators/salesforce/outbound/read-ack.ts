import { SaxesParser } from 'saxes';
import { OUTBOUND_NAMESPACE } from './envelope.ts';

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const ACK = [
  `${SOAP} Envelope`,
  `${SOAP} Body`,
  `${OUTBOUND_NAMESPACE} notificationsResponse`,
  `${OUTBOUND_NAMESPACE} Ack`,
];

/** Whether a body says `Ack = true`, at the right place and in the right namespaces; anything else is no Ack. */
export function isAcknowledged(body: string): boolean {
  const parser = new SaxesParser({ xmlns: true });
  const open: string[] = [];
  let ack = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => void open.push(`${tag.uri} ${tag.local}`));
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => {
    if (open.join() === ACK.join()) ack += text;
  });
  try {
    parser.write(body).close();
  } catch {
    return false;
  }
  return ack.trim() === 'true';
}
