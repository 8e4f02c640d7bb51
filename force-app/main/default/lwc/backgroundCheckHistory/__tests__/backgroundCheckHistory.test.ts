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

    it('lists each check with its status', () => {
        const { root } = setup(CLEARED, CANCELED);

        const statuses = [...(root?.querySelectorAll('.status') ?? [])].map(({ textContent }) => textContent);
        expect(statuses).toEqual(['Completed', 'Canceled']);
        expect(root?.querySelectorAll('c-record-link')).toHaveLength(2);
    });

    it('shows no pass, not even of a cleared check', () => {
        const { root } = setup(CLEARED);

        expect(root?.querySelector('lightning-badge, .slds-theme_success')).toBeNull();
        expect(root?.textContent).not.toContain('Cleared');
    });

    it('shows nothing when there are none', () => {
        expect(setup().root?.querySelector('section')).toBeNull();
    });

    it('is accessible', async () => {
        expect(await axeViolations(setup(CLEARED, CANCELED).element)).toEqual([]);
    });
});
