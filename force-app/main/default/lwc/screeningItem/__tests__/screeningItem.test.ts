import ScreeningItem from 'c/screeningItem';
import { screeningFromNode } from 'c/screenings';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { deepQuery } from '../../../../../test/deep-query';
import { screeningNode } from '../../../../../test/screening-answers';
import { settle } from '../../../../../test/wires';

type Badge = Element & { label: string };

function setup(values: Record<string, unknown> = {}) {
    const element = createElement<ScreeningItem>('c-screening-item', { is: ScreeningItem });
    element.screening = screeningFromNode(screeningNode(values));
    document.body.appendChild(element);
    const find = <T extends Element>(selector: string) => deepQuery<T>(element, selector);
    return {
        element,
        find,
        title: find('.title')?.textContent,
        badge: find<Badge>('lightning-badge'),
        open: async () => {
            find<HTMLElement>('.toggle')?.click();
            await settle();
        },
        flags: () =>
            [...(element.shadowRoot?.querySelectorAll('.flags li') ?? [])].map(({ textContent }) => textContent),
    };
}

describe('c-screening-item', () => {
    afterEach(() => document.body.replaceChildren());

    it('tells kind, place, outcome and number of records in a line', () => {
        const { title, badge, find } = setup({
            Jurisdiction__c: 'Cook, IL',
            Result__c: 'Consider',
            Record_Count__c: 1,
        });

        expect(title).toBe('c.BackgroundCheck_TypeCountyCriminalSearch · Cook, IL');
        expect(badge?.label).toBe('Consider');
        expect(badge?.classList).toContain('slds-theme_warning');
        expect(find('.records')?.textContent).toBe('c.BackgroundCheck_OneRecord');
    });

    it.each(['Adverse', 'Incomplete'])('warns of a result only other vendors send: %s', (Result__c) => {
        expect(setup({ Result__c }).badge?.classList).toContain('slds-theme_warning');
    });

    it('shows a clear screening without green: only a whole check can be a pass', () => {
        const { badge } = setup({ Result__c: 'Clear' });

        expect(badge?.label).toBe('Clear');
        expect(badge?.className).not.toContain('success');
    });

    it.each(['Pending', 'Suspended', 'Canceled'])('says that a screening is %s rather than its result', (Status__c) => {
        expect(setup({ Status__c, Result__c: 'Clear' }).badge?.label).toBe(Status__c);
    });

    it('says that a screening without a result is complete', () => {
        expect(setup({ Type__c: 'ssn_trace', Result__c: null }).badge?.label).toBe('Complete');
    });

    it('shows a kind it does not know as it comes', () => {
        expect(setup({ Type__c: 'handwriting_search' }).title).toBe('Handwriting search');
    });

    it('opens to flags, time taken, error and summary', async () => {
        const { find, open, flags } = setup({
            Flags__c: 'dob_mismatch;odd_number',
            Turnaround_Seconds__c: 180_000,
            Error__c: 'The court does not answer.',
            Summary__c: 'Misdemeanor, 2020',
        });
        expect(find('.details')).toBeNull();
        expect(find('.toggle')?.getAttribute('aria-expanded')).toBe('false');

        await open();

        expect(find('.toggle')?.getAttribute('aria-expanded')).toBe('true');
        expect(flags()).toEqual(['c.BackgroundCheck_FlagDobMismatch', 'Odd number']);
        expect(find('.turnaround')?.textContent).toBe('2 days');
        expect(find('.error')?.textContent).toBe('The court does not answer.');
        expect(find('.summary')?.textContent).toBe('Misdemeanor, 2020');
    });

    it.each([
        ['vendor_unable_to_complete', 'c.BackgroundCheck_ReasonVendorUnableToComplete'],
        ['court_on_fire', 'Court on fire'],
        [null, 'c.BackgroundCheck_ReasonUnknown'],
    ])('says why a screening was canceled: %s', async (Cancellation_Reason__c, words) => {
        const { find, open } = setup({ Status__c: 'Canceled', Result__c: null, Cancellation_Reason__c });

        await open();

        expect(find('.cancellation')?.textContent).toBe(words);
    });

    it('is accessible, closed and open', async () => {
        const { element, open } = setup({ Flags__c: 'thin_file', Record_Count__c: 2 });
        expect(await axeViolations(element)).toEqual([]);
        await open();
        expect(await axeViolations(element)).toEqual([]);
    });
});
