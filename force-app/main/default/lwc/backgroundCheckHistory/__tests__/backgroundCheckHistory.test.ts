import BackgroundCheckHistory from 'c/backgroundCheckHistory';
import { checksFromData, type ChecksData } from 'c/checksOfPerson';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { checksAnswer } from '../../../../../test/check-answers';

function setup(...checks: Record<string, unknown>[]) {
    const element = createElement<BackgroundCheckHistory>('c-background-check-history', { is: BackgroundCheckHistory });
    element.checks = checksFromData(checksAnswer(...checks) as ChecksData);
    document.body.appendChild(element);
    return { element, root: element.shadowRoot };
}

const CLEARED = { Id: 'a00000000000002AAA', Name: 'BC-000002', Status__c: 'Completed', Cleared__c: true };
const CANCELED = { Id: 'a00000000000003AAA', Name: 'BC-000003', Status__c: 'Canceled' };

describe('c-background-check-history', () => {
    afterEach(() => document.body.replaceChildren());

    it('lists each check with what it said, since Completed says nothing', () => {
        const lapsed = { ...CLEARED, Cleared__c: false, Result__c: 'Clear', Valid_Until__c: '2025-01-01' };
        const failed = { ...CLEARED, Cleared__c: false, Result__c: 'Consider' };
        const { root } = setup(CLEARED, { ...lapsed, Id: 'a1' }, { ...failed, Id: 'a2' }, CANCELED);

        const statuses = [...(root?.querySelectorAll('.status') ?? [])].map(({ textContent }) => textContent);
        expect(statuses).toEqual([
            'c.BackgroundCheck_WasCleared',
            'c.BackgroundCheck_WasCleared',
            'c.BackgroundCheck_WasNotCleared',
            'Canceled',
        ]);
        expect(root?.querySelectorAll('c-record-link')).toHaveLength(4);
    });

    it('looks like no pass, not even for a cleared check: newer ones count', () => {
        const { root } = setup(CLEARED);

        expect(root?.querySelector('lightning-badge, .slds-theme_success')).toBeNull();
    });

    it('shows nothing when there are none', () => {
        expect(setup().root?.querySelector('section')).toBeNull();
    });

    it('is accessible', async () => {
        expect(await axeViolations(setup(CLEARED, CANCELED).element)).toEqual([]);
    });
});
