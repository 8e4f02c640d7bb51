import type { Screening } from '../screenings/screening.ts';
import type { ScreeningType } from '../screenings/screening-types.ts';
import { reportMoves as moves } from './report-moves.ts';
import type { Course } from './report-moves.ts';
import type { Step } from './run-steps.ts';

/** Simulated seconds between the moves of a report; an ordinary one takes four and a half minutes in all. */
const SECONDS = { estimate: 30, screenings: 210, wrapUp: 30, hold: 90, assess: 45, dispute: 90, settle: 120 };

/** Writes down all that will happen to a report that has just been ordered, upgraded or resumed. */
export function planReport(course: Course): Step[] {
  const { report, outcome } = course;
  const estimate = step(SECONDS.estimate, () => moves.estimate(course, 2));
  const work = screeningSteps(
    course,
    report.screenings.filter((screening) => screening.status === 'pending'),
  );
  const [begun, rest] = [work.slice(0, 1), work.slice(1)];
  if (outcome.story === 'endless') return [estimate, ...begun];
  if (outcome.story === 'canceled') return [estimate, step(SECONDS.hold, () => moves.cancel(course))];
  if (outcome.story === 'stuck') return [estimate, ...begun, step(0, () => moves.suspend(course))];
  const betterEstimate = step(0, () => moves.estimate(course, 1));
  return [estimate, ...begun, ...holdSteps(course), betterEstimate, ...rest, ...endSteps(course)];
}

function screeningSteps(course: Course, open: Screening[]): Step[] {
  const types = open.map((screening) => screening.type);
  const finds = firstOf(course.outcome.finds, types);
  const cancels = firstOf(course.outcome.cancels, types);
  const leadsToCourt = leadsFromNationalToCourt(course, finds, types);
  const waitSeconds = SECONDS.screenings / (open.length + (leadsToCourt ? 1 : 0));
  const steps = open.flatMap((screening) =>
    screening.type === cancels
      ? [step(waitSeconds, () => moves.cancelScreening(course, screening))]
      : stepsOf(course, screening, { waitSeconds, hasRecord: screening.type === finds }),
  );
  return leadsToCourt ? [...steps, step(waitSeconds, () => moves.addCountySearch(course))] : steps;
}

function stepsOf(
  course: Course,
  screening: Screening,
  { waitSeconds, hasRecord }: { waitSeconds: number; hasRecord: boolean },
): Step[] {
  const finish = () => moves.finishScreening(course, screening, hasRecord);
  if (screening.type !== 'drug_screening') return [step(waitSeconds, finish)];
  const events = [
    { type: 'screening_scheduled', text: 'Appointment scheduled' },
    { type: 'status_update', text: 'Specimen sent to laboratory' },
  ] as const;
  const waitEach = waitSeconds / (events.length + 1);
  return [
    ...events.map((event) => step(waitEach, () => moves.addDrugEvent(course, screening, event))),
    step(waitEach, finish),
  ];
}

function leadsFromNationalToCourt(
  { outcome }: Course,
  finds: ScreeningType | undefined,
  types: ScreeningType[],
): boolean {
  const wantsCourt = outcome.finds?.includes('county_criminal_search') ?? false;
  return wantsCourt && finds === undefined && types.includes('national_criminal_search');
}

function firstOf(wanted: ScreeningType[] | undefined, present: ScreeningType[]): ScreeningType | undefined {
  return wanted?.find((type) => present.includes(type));
}

function holdSteps(course: Course): Step[] {
  const resume = step(SECONDS.hold, () => moves.resume(course));
  if (course.outcome.story === 'suspended') return [step(0, () => moves.suspend(course)), resume];
  if (course.outcome.story === 'paused') return [step(0, () => moves.pause(course)), resume];
  return [];
}

/** Lets the rules of the account say what they make of a finished report, where there are any. */
export function planAssessment(course: Course): Step[] {
  const isAssessed = course.parts.hasAssess || course.outcome.assessment !== undefined;
  return isAssessed ? [step(SECONDS.assess, () => moves.assess(course))] : [];
}

function endSteps(course: Course): Step[] {
  const dispute = [
    step(SECONDS.dispute, () => moves.dispute(course)),
    step(SECONDS.settle, () => moves.settle(course)),
    ...planAssessment(course),
  ];
  return [
    step(SECONDS.wrapUp, () => moves.complete(course)),
    ...planAssessment(course),
    ...(course.outcome.story === 'disputed' ? dispute : []),
  ];
}

function step(waitSeconds: number, run: () => void): Step {
  return { waitSeconds, run };
}
