import type { OrgSession } from '../org-session.ts';
import { Problem } from '../problem.ts';
import type { Applicant } from './people.ts';
import type { Requester } from './requester.ts';

/** Somebody who works through the UI API and Checkr's form without a browser. */
export function apiRequester(session: OrgSession): Requester {
  let leadId = '';
  const newest = async () => {
    const rows = await session.query(
      `SELECT Id, Status__c, Result__c, Cleared__c, Invitation_URL__c FROM Background_Check__c
       WHERE Lead__c = '${leadId}' ORDER BY Name DESC LIMIT 1`,
    );
    return rows[0];
  };
  return {
    openLead: async (id) => void (leadId = id),
    requestByButton: async (packageName) => {
      const name = packageName.replaceAll("'", "\\'");
      const [chosen] = await session.query(`SELECT Id FROM Background_Check_Package__c WHERE Name = '${name}'`);
      if (chosen === undefined) throw new Problem(`There is no package ${packageName}.`);
      const fields = { Lead__c: leadId, Package__c: chosen['Id'], Source__c: 'Button' };
      await session.uiCreate('Background_Check__c', fields);
    },
    saveCheckbox: (isTicked) => session.uiUpdate(leadId, { Request_Background_Check__c: isTicked }),
    shownCheck: async () => {
      const row = await newest();
      if (row === undefined) return undefined;
      const badges = [row['Cleared__c'] === true ? 'Cleared' : String(row['Status__c'])];
      return { status: String(row['Status__c']), badges };
    },
    applyAs: async (applicant) => submitForm(String((await newest())?.['Invitation_URL__c']), applicant),
    takePicture: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

async function submitForm(url: string, applicant: Applicant): Promise<void> {
  const body = new URLSearchParams({
    first_name: applicant.firstName,
    no_middle_name: 'on',
    last_name: applicant.lastName,
    dob: applicant.birthDate,
    ssn: applicant.ssn,
    zipcode: applicant.zipCode,
    consent: 'on',
  });
  const answer = await fetch(url, { method: 'POST', body });
  if (!answer.ok) throw new Problem(`Checkr's form at ${url} answered ${answer.status}.`);
}
