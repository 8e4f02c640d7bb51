import CITE from '@salesforce/schema/Background_Check_Adverse_Item__c.Cite__c';
import ITEM_ID from '@salesforce/schema/Background_Check_Adverse_Item__c.Id';
import POST_NOTICE_AT from '@salesforce/schema/Background_Check__c.Adverse_Action_Post_Notice_At__c';
import ID from '@salesforce/schema/Background_Check__c.Id';
import REQUESTED_ACTION from '@salesforce/schema/Background_Check__c.Requested_Action__c';
import DECISION from '@salesforce/schema/Background_Check__c.Review_Decision__c';
import REASON from '@salesforce/schema/Background_Check__c.Review_Reason__c';
import REVISION from '@salesforce/schema/Background_Check__c.Reviewed_Revision__c';
import { endOf, type Day } from 'c/calendar';
import { updateRecord } from 'lightning/uiRecordApi';
import type { AdverseItem } from './adverseItems';

/** Finalize Review – Clear, or Initiate Adverse Action. */
export type Decision = 'clear' | 'adverse';

const VALUES = {
    clear: { decision: 'Finalize Clear', action: 'Finalize Clear' },
    adverse: { decision: 'Initiate Adverse Action', action: 'Initiate Adverse Action' },
};

/** What a reviewer decided. */
export interface DecisionInput {
    checkId: string;
    decision: Decision;
    reason: string;
    /** Source_Read_At__c the reviewer saw. */
    revision: number | undefined;
    items: AdverseItem[];
    citedIds: string[];
    /** The notice goes out at its end, where the reviewer is: the days until then are whole ones. */
    postNoticeDay: Day;
}

/** Writes the decision. The items go first: the decision is what sets everything going. */
export async function saveDecision(input: DecisionInput): Promise<void> {
    if (input.decision === 'adverse') await citeItems(input);
    const { decision, action } = VALUES[input.decision];
    await updateRecord({
        fields: {
            [ID.fieldApiName]: input.checkId,
            [DECISION.fieldApiName]: decision,
            [REASON.fieldApiName]: input.reason,
            [REVISION.fieldApiName]: input.revision ?? null,
            [REQUESTED_ACTION.fieldApiName]: action,
            ...(input.decision === 'adverse' ? { [POST_NOTICE_AT.fieldApiName]: endOf(input.postNoticeDay) } : {}),
        },
    });
}

async function citeItems({ items, citedIds }: DecisionInput): Promise<void> {
    const changed = items.filter(({ id, isCited }) => isCited !== citedIds.includes(id));
    await Promise.all(
        changed.map(({ id, isCited }) =>
            updateRecord({ fields: { [ITEM_ID.fieldApiName]: id, [CITE.fieldApiName]: !isCited } }),
        ),
    );
}
