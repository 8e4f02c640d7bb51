import FactList, { type Fact } from 'c/factList';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';

type Shown = Element & { value: string; timeZone?: string };

function setup(facts: Fact[]) {
    const element = createElement<FactList>('c-fact-list', { is: FactList });
    element.facts = facts;
    document.body.appendChild(element);
    const all = (selector: string) => [...(element.shadowRoot?.querySelectorAll(selector) ?? [])];
    return {
        element,
        labels: all('dt').map(({ textContent }) => textContent),
        texts: all('dd').map(({ textContent }) => textContent),
        moment: all('c-moment')[0] as Shown | undefined,
        day: all('lightning-formatted-date-time')[0] as Shown | undefined,
        links: all('c-record-link').length,
    };
}

describe('c-fact-list', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows labels with their values in the order given', () => {
        const { labels, texts } = setup([
            { name: 'status', label: 'Status', text: 'Invited' },
            { name: 'package', label: 'Package', text: 'Basic' },
        ]);

        expect(labels).toEqual(['Status', 'Package']);
        expect(texts).toEqual(['Invited', 'Basic']);
    });

    it('leaves out what is not known', () => {
        const { labels } = setup([
            { name: 'by', label: 'Requested by', text: undefined },
            { name: 'empty', label: 'Reason', text: '' },
        ]);

        expect(labels).toEqual([]);
    });

    it("shows a moment in the user's time zone, and a day as it is everywhere", () => {
        const moment = { name: 'on', label: 'On', moment: '2026-11-20T18:00:00.000Z' };

        expect(setup([moment]).moment?.value).toBe('2026-11-20T18:00:00.000Z');
        expect(setup([{ name: 'on', label: 'On', day: '2026-11-20' }]).day?.timeZone).toBe('UTC');
    });

    it('links the number of a check', () => {
        const { links, texts } = setup([
            { name: 'number', label: 'Number', text: 'BC-000001', recordId: 'a00000000000001AAA' },
        ]);

        expect(links).toBe(1);
        expect(texts).toEqual(['']);
    });

    it('is accessible', async () => {
        const { element } = setup([{ name: 'status', label: 'Status', text: 'Invited' }]);

        expect(await axeViolations(element)).toEqual([]);
    });
});
