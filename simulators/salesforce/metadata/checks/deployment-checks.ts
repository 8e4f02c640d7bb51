import type { Check } from '../deployment.ts';
import { checkFields } from './check-fields.ts';
import { checkFlexiPages } from './check-flexi-pages.ts';
import { checkFlows } from './check-flows.ts';
import { checkFormulas } from './check-formulas.ts';
import { checkListViews } from './check-list-views.ts';
import { checkOutboundMessages } from './check-outbound-messages.ts';
import { checkPermissionSets } from './check-permission-sets.ts';
import { checkValidationRules } from './check-validation-rules.ts';

/** Everything a deployment is checked for, beyond being readable. `isUser` tells active usernames. */
export function deploymentChecks(isUser: (username: string) => boolean): Check[] {
  return [
    checkFields,
    checkFormulas,
    checkValidationRules,
    checkPermissionSets,
    checkListViews,
    checkFlexiPages,
    checkFlows,
    checkOutboundMessages(isUser),
  ];
}
