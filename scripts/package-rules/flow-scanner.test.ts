import { globSync } from 'node:fs';
import { join } from 'node:path';
import { parse, scan } from '@flow-scanner/lightning-flow-scanner-core';
import { expect, test } from 'vitest';
import { projectRoot } from '../lib/project-root.ts';

/** Every rule is on. What is left is meant so: */
const MEANT_SO = [
  // Nothing comes after it: where the check cannot be written either, the platform mails its admin.
  'Send_Check_Alert: MissingFaultPath at Note_Failure',
  'Send_Check_Alert: MissingFaultPath at Write_Help',
  'Show_Check_On_Contact: MissingFaultPath at Write_Help',
  'Show_Check_On_Lead: MissingFaultPath at Write_Help',
  // Scheduled flows have no order among one another.
  'Warn_Before_Invitation_Ends: TriggerOrder at TriggerOrder',
  'Warn_Before_Suspended_Is_Canceled: TriggerOrder at TriggerOrder',
  'Warn_Before_Validity_Ends: TriggerOrder at TriggerOrder',
];

test('the flow scanner finds nothing in the flows of the package but what is meant so', async () => {
  const paths = globSync('force-app/**/*.flow-meta.xml', { cwd: projectRoot }).map((path) => join(projectRoot, path));
  const results = scan(await parse(paths));
  const found = results.flatMap(({ flow, ruleResults }) =>
    ruleResults
      .filter(({ occurs }) => occurs)
      .flatMap(({ ruleName, details }) => details.map(({ name }) => `${flow.name}: ${ruleName} at ${name}`)),
  );
  expect(results).toHaveLength(paths.length);
  expect(found.toSorted()).toEqual(MEANT_SO);
});
