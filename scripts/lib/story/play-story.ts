import type { OrgSession } from '../org-session.ts';
import { Problem } from '../problem.ts';
import { say } from '../say.ts';
import { checksOf, expectRecord, recordLines } from './final-record.ts';
import type { RunningAts } from '../start-ats.ts';
import { atsApplicant } from './ats-applicant.ts';
import { atsPerson, people, type Person } from './people.ts';
import type { Requester } from './requester.ts';
import { untilShown } from './shown-status.ts';
import { expectTrail, statusTrail } from './status-trail.ts';
import type { RunStep } from './steps.ts';

/** What the story is played with. */
export interface Stage {
  requester: Requester;
  /** Reads the records as their requester may. */
  session: OrgSession;
  /** Lead ids by the names in `people`. */
  leads: Record<keyof typeof people, string>;
  ats: RunningAts;
  step: RunStep;
}

const PACKAGE = 'Tasker Standard';
const PACKAGE_ID = 'tasker_standard';

/** Plays the whole story. @throws Problem at the first step that does not happen. */
export async function playStory(stage: Stage): Promise<void> {
  await playByButton(stage, 'clear', { status: 'Completed', result: 'Clear', cleared: true });
  await playByButton(stage, 'consider', { status: 'Review Required', result: 'Consider', cleared: false });
  await playByCheckbox(stage);
  await playByAts(stage);
}

interface Ending {
  status: string;
  result: string;
  cleared: boolean;
}

async function playByButton(stage: Stage, who: keyof typeof people, ending: Ending): Promise<void> {
  const { requester, session, leads, step } = stage;
  say(`\nBy the button, and the result is ${ending.result}`);
  await step('The Lead page shows the Background Check card', () => requester.openLead(leads[who]));
  await step(`Request Background Check, ${PACKAGE}, confirmed`, () => requester.requestByButton(PACKAGE));
  await untilEnded(stage, people[who], ending);
  await requester.takePicture(`${who}-3-${ending.status.toLowerCase().replace(' ', '-')}`);
  await step('The record is as expected:', async () => {
    const [record] = await checksOf(session, leads[who]);
    expectRecord(record, { Status__c: ending.status, Result__c: ending.result, Cleared__c: ending.cleared });
    expectRecord(record, { Source__c: 'Button', 'Package__r.Name': PACKAGE });
  });
  const [record = {}] = await checksOf(session, leads[who]);
  const trail = ['Requested', 'Candidate Created', 'Invited', 'In Progress', ending.status];
  await step(`Its history: ${trail.join(' → ')}`, async () =>
    expectTrail(await statusTrail(session, String(record['Name'])), trail),
  );
  for (const line of recordLines(record)) say(line);
}

/** From the request to the end, with the applicant's part in between. */
async function untilEnded({ requester, step }: Stage, { applicant, fields }: Person, ending: Ending): Promise<void> {
  const name = fields.FirstName.toLowerCase();
  const cleared = ending.cleared ? ['Cleared'] : [];
  await step('The page shows Invited', () => untilShown(requester, { status: 'Invited' }));
  await requester.takePicture(`${name}-1-invited`);
  await step('The applicant fills in and submits the form the record links to', () => requester.applyAs(applicant));
  await step('The page shows In Progress', () => untilShown(requester, { status: 'In Progress' }));
  await requester.takePicture(`${name}-2-in-progress`);
  await step(`The page shows ${[ending.status, ...cleared].join(', ')}`, () =>
    untilShown(requester, { status: ending.status, badges: cleared }),
  );
}

async function playByCheckbox(stage: Stage): Promise<void> {
  const { requester, session, leads, step } = stage;
  say('\nBy the checkbox, twice');
  await step('The Lead page shows the Background Check card', () => requester.openLead(leads.checkbox));
  await step('The box is checked and saved', () => requester.saveCheckbox(true));
  await untilEnded(stage, people.checkbox, { status: 'Completed', result: 'Clear', cleared: true });
  await step('The box is unchecked and saved', () => requester.saveCheckbox(false));
  await step('The box is checked and saved again', () => requester.saveCheckbox(true));
  await step('The page shows Invited, for the second check', () => untilShown(requester, { status: 'Invited' }));
  await requester.takePicture('checkbox-second-check');
  await step('There are two records, the second one open', async () => {
    const [second, first] = await checksOf(session, leads.checkbox);
    expectRecord(first, { Status__c: 'Completed', Result__c: 'Clear', Source__c: 'Checkbox' });
    expectRecord(second, { Status__c: 'Invited', Result__c: null, Source__c: 'Checkbox' });
  });
}

async function playByAts(stage: Stage): Promise<void> {
  const { requester, session, ats, step } = stage;
  say('\nBy an applicant tracking system, about somebody the org does not know');
  const system = atsApplicant(ats, atsPerson);
  await step(`The system is offered ${PACKAGE}`, () => system.findPackage(PACKAGE_ID));
  const number = await step('Its order is taken', () => system.order(PACKAGE_ID));
  await step('The same order sent again is the same check', async () => {
    const again = await system.orderAgain();
    if (again !== number) throw new Problem(`${again}, not ${number}`);
  });
  const [lead] = await session.query(`SELECT Id FROM Lead WHERE Email = '${atsPerson.fields.Email}'`);
  const leadId = String(lead?.['Id']);
  await step('The new Lead shows the Background Check card', () => requester.openLead(leadId));
  await untilEnded(stage, atsPerson, { status: 'Completed', result: 'Clear', cleared: true });
  await requester.takePicture('tracy-3-completed');
  await step('The record is as expected', async () => {
    const [record] = await checksOf(session, leadId);
    expectRecord(record, { Name: number, Source__c: 'ATS', Status__c: 'Completed', Cleared__c: true });
  });
  await step('The system is told Pass, signed, once', () => system.untilTold('Pass'));
}
