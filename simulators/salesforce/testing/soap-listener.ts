import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What was received. */
export interface ReceivedMessage {
  headers: IncomingHttpHeaders;
  body: string;
}

/** How the listener answers; nothing set is a good Ack. */
export interface ListenerAnswer {
  status?: number;
  body?: string;
}

/** The answer Salesforce takes for an Ack. */
export const ACK =
  '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse></soapenv:Body></soapenv:Envelope>';

/** A real HTTP listener on a free port that keeps what it receives; `answers` are used up one by one. */
export async function startSoapListener(answers: ListenerAnswer[] = []) {
  const received: ReceivedMessage[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ headers: request.headers, body });
      const { status = 200, body: answer = ACK } = answers.shift() ?? {};
      response.writeHead(status, { 'Content-Type': 'text/xml' }).end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/background-check`,
    received,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
