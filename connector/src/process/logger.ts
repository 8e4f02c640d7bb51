import { pino, type Logger } from 'pino';

/** JSON lines on stdout. Only what is named in a call is logged; the paths below are a net under that. */
export function createLogger(name: string, level: string): Logger {
  return pino({
    name,
    level,
    redact: ['*.email', '*.ssn', '*.body', '*.authorization', 'req.headers', 'res.headers', '*.vendorWords'],
    base: { name },
  });
}
