import RecordLink from 'c/recordLink';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { settle } from '../../../../../test/wires';

async function setup() {
    const element = createElement<RecordLink>('c-record-link', { is: RecordLink });
    Object.assign(element, { recordId: 'a00000000000001AAA', label: 'BC-000001' });
    document.body.appendChild(element);
    await settle();
    return { element, link: element.shadowRoot?.querySelector('a') };
}

describe('c-record-link', () => {
    afterEach(() => document.body.replaceChildren());

    it('links the number to the page of the check', async () => {
        const { link } = await setup();

        expect(link?.textContent).toBe('BC-000001');
        expect(link?.href).toBe('https://www.example.com/');
    });

    it('navigates inside Lightning instead of loading the page anew', async () => {
        const { link } = await setup();
        const click = new MouseEvent('click', { cancelable: true });

        link?.dispatchEvent(click);

        expect(click.defaultPrevented).toBe(true);
    });

    it('is accessible', async () => {
        const { element } = await setup();

        expect(await axeViolations(element)).toEqual([]);
    });
});
