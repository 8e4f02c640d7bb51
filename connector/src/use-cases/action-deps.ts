import type { ConnectionProfile } from '../domain/connection.ts';
import type { Checkr } from '../domain/checkr-port.ts';
import type { CheckRecords, ConsentFiles, Org, RecordLock } from '../domain/ports.ts';

/** What carrying out an action stands on. */
export interface ActionDeps {
  connection: ConnectionProfile;
  checkr: Checkr;
  records: CheckRecords;
  consentFiles: ConsentFiles;
  org: Org;
  lock: RecordLock;
  /** Unix milliseconds. */
  now(): number;
}
