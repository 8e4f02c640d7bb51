import Moment from 'c/moment';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';

type Shown = Element & { value: string; timeZone: string; minute: string; second: string | undefined };

function setup(more: Partial<Pick<Moment, 'value' | 'hasSeconds'>>) {
    const element = createElement<Moment>('c-moment', { is: Moment });
    Object.assign(element, more);
    document.body.appendChild(element);
    return { element, shown: element.shadowRoot?.querySelector<Shown>('lightning-formatted-date-time') };
}

const value = '2026-11-20T18:00:00.000Z';

describe('c-moment', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows date and time where the user is', () => {
        const { shown } = setup({ value });

        expect([shown?.value, shown?.timeZone, shown?.minute]).toEqual([value, 'America/Los_Angeles', '2-digit']);
        expect(shown?.second).toBeUndefined();
    });

    it('shows the seconds where they are asked for', () => {
        expect(setup({ value, hasSeconds: true }).shown?.second).toBe('2-digit');
    });

    it('shows nothing where there is no moment', () => {
        expect(setup({}).shown).toBeNull();
    });

    it('is accessible', async () => {
        expect(await axeViolations(setup({ value }).element)).toEqual([]);
    });
});
