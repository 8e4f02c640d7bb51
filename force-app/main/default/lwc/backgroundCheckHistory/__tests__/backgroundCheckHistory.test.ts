import BackgroundCheckHistory from 'c/backgroundCheckHistory';
import { checksFromData, type ChecksData } from 'c/checksOfPerson';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { checksAnswer, PASS } from '../../../../../test/check-answers';
import { settle } from '../../../../../test/wires';

function setup(...checks: Record<string, unknown>[]) {
    const element = createElement<BackgroundCheckHistory>('c-background-check-history', { is: BackgroundCheckHistory });
    element.checks = checksFromData(checksAnswer(...checks) as ChecksData);
    document.body.appendChild(element);
    const root = element.shadowRoot;
    const outcomes = () => [...(root?.querySelectorAll('.status') ?? [])].map(({ textContent }) => textContent);
    return { element, root, outcomes };
}

const CLEARED = { ...PASS, Id: 'a00000000000002AAA', Name: 'BC-000002' };
const CANCELED = { Id: 'a00000000000003AAA', Name: 'BC-000003', Status__c: 'Canceled' };

describe('c-background-check-history', () => {
    afterEach(() => document.body.replaceChildren());

    it('lists each check with what it said, since Completed says nothing', () => {
        const lapsed = { ...CLEARED, Id: 'a1', Cleared__c: false, Valid_Until__c: '2025-01-01' };
        const failed = { ...lapsed, Id: 'a2', Found_Clear_At__c: null, Not_Clear_Since__c: '2025-03-12T18:00:00.000Z' };
        const continuous = { ...CLEARED, Id: 'a3', Cleared__c: false, Source__c: 'Continuous' };
        const { root, outcomes } = setup(CLEARED, lapsed, failed, continuous, CANCELED);

        expect(outcomes()).toEqual([
            'c.BackgroundCheck_WasCleared',
            'c.BackgroundCheck_WasCleared',
            'c.BackgroundCheck_WasNotCleared',
            'c.BackgroundCheck_NothingNew',
            'Canceled',
        ]);
        expect(root?.querySelectorAll('c-record-link')).toHaveLength(5);
    });

    it('says of a pass that another check took away that it counts no longer', () => {
        const review = { Id: 'a1', Status__c: 'Review Required', Not_Clear_Since__c: new Date().toISOString() };

        expect(setup(review, CLEARED).outcomes()).toEqual(['Review Required', 'c.BackgroundCheck_WasReplaced']);
    });

    it('leaves out the check that is shown elsewhere, which counts all the same', async () => {
        const review = { Id: 'a1', Status__c: 'Review Required', Not_Clear_Since__c: new Date().toISOString() };
        const { element, outcomes } = setup(review, CLEARED);
        element.shownId = 'a1';
        await settle();

        expect(outcomes()).toEqual(['c.BackgroundCheck_WasReplaced']);
    });

    it('shows ten at first, and all of them when asked for', async () => {
        const { root, outcomes } = setup(...Array.from({ length: 12 }, (_, at) => ({ ...CANCELED, Id: `a${at}` })));
        expect(outcomes()).toHaveLength(10);

        root?.querySelector<HTMLElement>('.more')?.click();
        await settle();

        expect(outcomes()).toHaveLength(12);
        expect(root?.querySelector('.more')).toBeNull();
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
