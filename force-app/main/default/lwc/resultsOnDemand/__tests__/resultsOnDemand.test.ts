import ResultsOnDemand from 'c/resultsOnDemand';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { settle } from '../../../../../test/wires';

const CHECK_ID = 'a00000000000001AAA';

function setup() {
    const element = createElement<ResultsOnDemand>('c-results-on-demand', { is: ResultsOnDemand });
    element.checkId = CHECK_ID;
    document.body.appendChild(element);
    const find = <T extends Element>(selector: string) => element.shadowRoot?.querySelector<T>(selector);
    return {
        element,
        results: () => find<Element & { recordId: string }>('c-background-check-results'),
        button: () => find<HTMLElement>('.toggle-results'),
        toggle: async () => {
            find<HTMLElement>('.toggle-results')?.click();
            await settle();
        },
    };
}

describe('c-results-on-demand', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows the results only when they are asked for', async () => {
        const { results, button, toggle } = setup();
        expect(results()).toBeNull();
        expect(button()?.getAttribute('aria-expanded')).toBe('false');
        expect(button()?.textContent).toContain('c.BackgroundCheck_ShowResults');

        await toggle();

        expect(results()?.recordId).toBe(CHECK_ID);
        expect(button()?.getAttribute('aria-expanded')).toBe('true');
        expect(button()?.textContent).toContain('c.BackgroundCheck_HideResults');
    });

    it('closes when another check is shown, and stays open for the same one', async () => {
        const { element, results, toggle } = setup();
        await toggle();

        element.checkId = CHECK_ID;
        await settle();
        expect(results()).not.toBeNull();
        element.checkId = 'a00000000000002AAA';
        await settle();
        expect(results()).toBeNull();
    });

    it('is accessible', async () => {
        const { element, toggle } = setup();
        expect(await axeViolations(element)).toEqual([]);
        await toggle();

        expect(await axeViolations(element)).toEqual([]);
    });
});
