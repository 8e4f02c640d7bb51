import { setTimeout as wait } from 'node:timers/promises';
import type { OrgSession } from '../org-session.ts';

/** The statuses the newest check of a Lead has gone through, in order, as far as a look every 50 ms can tell. */
export interface StatusTrail {
  /** `Requested → Candidate Created → Invited` */
  words(): string;
  stop(): Promise<void>;
}

/** Begins to look. */
export function watchStatuses(session: OrgSession, leadId: string): StatusTrail {
  const seen: string[] = [];
  let isOn = true;
  const soql = `SELECT Status__c FROM Background_Check__c WHERE Lead__c = '${leadId}' ORDER BY Name DESC LIMIT 1`;
  const watching = (async () => {
    while (isOn) {
      const [row] = await session.query(soql).catch(() => []);
      const status = row?.['Status__c'];
      if (typeof status === 'string' && status !== seen.at(-1)) seen.push(status);
      await wait(50);
    }
  })();
  return {
    words: () => seen.join(' → '),
    stop: async () => {
      isOn = false;
      await watching;
    },
  };
}
