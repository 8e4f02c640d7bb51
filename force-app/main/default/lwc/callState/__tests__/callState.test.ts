import CallState from 'c/callState';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';

function setup(state: Record<string, unknown> = {}) {
    const element = createElement<CallState>('c-call-state', { is: CallState });
    Object.assign(element, state);
    document.body.appendChild(element);
    const find = <T extends Element>(selector: string) => element.shadowRoot?.querySelector<T>(selector);
    return { element, find };
}

describe('c-call-state', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows nothing while nothing runs and nothing failed', () => {
        const { find } = setup();

        expect(find('lightning-spinner')).toBeNull();
        expect(find('[role="alert"]')).toBeNull();
    });

    it('shows a spinner that says what is waited for', () => {
        const { find } = setup({ isBusy: true, busyLabel: 'Saving' });

        expect(find<Element & { alternativeText: string }>('lightning-spinner')?.alternativeText).toBe('Saving');
    });

    it('tells every sentence at once to who cannot see it', () => {
        const { find } = setup({ errors: ['It is too late.', 'Reload.'], spacing: 'slds-m-bottom_small' });

        const alert = find<HTMLElement>('[role="alert"]');
        expect([...(alert?.querySelectorAll('p') ?? [])].map(({ textContent }) => textContent)).toEqual([
            'It is too late.',
            'Reload.',
        ]);
        expect(alert?.classList).toContain('slds-m-bottom_small');
    });

    it.each([{}, { isBusy: true, busyLabel: 'Saving' }, { errors: ['It is too late.'] }])(
        'is accessible: %p',
        async (state) => {
            expect(await axeViolations(setup(state).element)).toEqual([]);
        },
    );
});
