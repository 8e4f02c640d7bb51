import type { Check } from '../deployment.ts';
import { checkBundleFiles } from './bundles/check-bundle-files.ts';
import { checkBundleReferences } from './bundles/check-bundle-references.ts';
import { checkApiVersions } from './check-api-versions.ts';
import { checkAppsAndTabs } from './check-apps-and-tabs.ts';
import { checkCompactLayouts } from './check-compact-layouts.ts';
import { checkFields } from './check-fields.ts';
import { checkFlexiPages } from './check-flexi-pages.ts';
import { checkFlows } from './check-flows.ts';
import { checkFormulas } from './check-formulas.ts';
import { checkLayouts } from './check-layouts.ts';
import { checkLengths } from './check-lengths.ts';
import { checkListViews } from './check-list-views.ts';
import { checkNotificationTypes } from './check-notification-types.ts';
import { checkOutboundMessages } from './check-outbound-messages.ts';
import { checkPermissionSets } from './check-permission-sets.ts';
import { checkPicklists } from './check-picklists.ts';
import { checkQueues } from './check-queues.ts';
import { checkReports } from './check-reports.ts';
import { checkValidationRules } from './check-validation-rules.ts';

/** Everything a deployment is checked for, beyond being readable. `isUser` tells active usernames. */
export function deploymentChecks(isUser: (username: string) => boolean): Check[] {
  return [
    checkApiVersions,
    checkLengths,
    checkFields,
    checkPicklists,
    checkFormulas,
    checkValidationRules,
    checkPermissionSets,
    checkListViews,
    checkLayouts,
    checkCompactLayouts,
    checkAppsAndTabs,
    checkFlexiPages,
    checkBundleFiles,
    checkBundleReferences,
    checkFlows,
    checkNotificationTypes,
    checkReports,
    checkOutboundMessages(isUser),
    checkQueues(isUser),
  ];
}
