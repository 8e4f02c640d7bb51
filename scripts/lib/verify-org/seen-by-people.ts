import type { Fact } from './facts.ts';

const RECORD = 'a Lead → card Background Check → the check';

/** What no API shows: statement, and where a person with a browser sees it. */
const salesforce = {
  'sf-card-compiles': [
    'The compiled components run in the org: decorators, class fields and modules as TypeScript writes them.',
    'App Launcher → Leads → a Lead → Edit Page: place the card Background Check, save, activate. The Lead shows it; Request Background Check opens the dialog.',
  ],
  'sf-list-confirmation': [
    'The last question of the list button keeps its line breaks (white-space: pre-line): one person a line.',
    'App Launcher → Leads → a list view → select three people, one without e-mail → Request Background Checks → a package → Next.',
  ],
  'sf-report-folders': [
    'A deployment names folders of reports ReportFolder and those of dashboards DashboardFolder, as the CLI expects.',
    'sf project deploy report --use-most-recent: the table lists Background_Checks as ReportFolder, and no line has an empty type.',
  ],
  'sf-reports-run': [
    'The report type and the six reports run as deployed, and the dashboard shows a chart of each.',
    'App Launcher → Reports → All Folders → Background Checks → each report; App Launcher → Dashboards → Background Checks.',
  ],
  'sf-reports-refused': [
    'Somebody without one of our permission sets is refused each report.',
    'Log in as such a user → App Launcher → Reports → All Folders → Background Checks → Background Checks by Status.',
  ],
  'sf-messages-delivered': [
    'Writes of the connector send no outbound message, and none waits once the story is over.',
    'Setup → Outbound Messages → View Message Delivery Status: nothing waits and nothing failed.',
  ],
  'sf-messages-tried-again': [
    'An outbound message nobody takes is sent again with growing gaps, at most two hours apart, for 24 hours.',
    'Stop the web process, request a check, then Setup → Outbound Messages → View Message Delivery Status: Next Attempt after half an hour, and after a day.',
  ],
  'sf-bell': [
    'The alerts arrive although the flow runs after commit, and open the check.',
    'A Lead without Email → Request Background Check: within a minute the bell of who asked tells the error and leads to the check.',
  ],
  'sf-scheduled-path': [
    'A request nobody takes up is told to the admins after 30 minutes, as the Default Workflow User.',
    'Setup → Process Automation Settings → Default Workflow User is set; stop the worker, request a check, wait half an hour: the bell of a member of Background Check Admins.',
  ],
  'sf-conversion-by-hand': [
    'The Convert dialog runs our flow on the Lead too, with Require Validation for Converted Leads switched on.',
    'Setup → Lead Settings; then a Lead with a check → Convert: the card of the Contact shows the check.',
  ],
  'sf-person-accounts': [
    'In an org with person accounts the checks of a converted Lead belong to the Contact behind the account.',
    'A Lead without Company and with a check → Convert → the person account → related list Background Checks; Error Help of the check says if its status was not shown.',
  ],
} as const;

const checkr = {
  'checkr-report-link': [
    'The link of a check opens its report: in the staging dashboard too, under the path the live one has.',
    `${RECORD} → Open the report, of a check that is complete.`,
  ],
  'checkr-two-keys': [
    'With two API keys active one of the two signs every delivery.',
    'Checkr → Account Settings → Developer Settings: make a second key, CHECKR_API_KEYS=old,new, request a check; then Developer Settings → Webhook Logs: every delivery was answered with 204.',
  ],
  'checkr-time-out': [
    'A delivery answered within seconds is never repeated for being late.',
    'Checkr → Developer Settings → Webhook Logs: the time each delivery took, and whether one was sent twice.',
  ],
  'checkr-events': [
    'candidate.id_required, candidate.driver_license_required and report.paused are still told, the last where Review Action is on.',
    'Checkr → Developer Settings → the webhook → its list of events.',
  ],
  'checkr-too-many': [
    'An answer 429 carries Ratelimit-Reset, X-Ratelimit-Reset or Retry-After.',
    'Ask Checkr, or read it the day another system uses up the 1,200 calls a minute: curl -i -u "$KEY:" https://api.checkr.com/v1/account.',
  ],
  'checkr-test-people': [
    'Who is not in the table of the staging account stays pending for ever.',
    'Ask Checkr for the table, which comes with the account; request a check of one of its people, and of somebody else.',
  ],
  'checkr-adverse-action': [
    'A staging account refuses adverse actions: the record says so and the decision is withdrawn.',
    'A check in Review Required → card Review → Initiate Adverse Action.',
  ],
  'checkr-engaged-after-revision': [
    'A report that is revised or upgraded after it was engaged may still say engaged: the check needs a reviewer again either way.',
    'Ask Checkr whether the word is taken back, and when it was given.',
  ],
} as const;

/** Facts whose look is a person's: they are told with the way there. */
export const seenByPeople: Fact[] = [...factsOf('Salesforce', salesforce), ...factsOf('Checkr', checkr)];

function factsOf(about: Fact['about'], told: Record<string, readonly [statement: string, way: string]>): Fact[] {
  return Object.entries(told).map(([id, [statement, seen]]) => ({
    ...{ id, about, statement },
    look: () => Promise.resolve({ state: 'look', seen } as const),
  }));
}
