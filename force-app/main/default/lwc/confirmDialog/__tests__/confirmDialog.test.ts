import ConfirmDialog from 'c/confirmDialog';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { deepQuery } from '../../../../../test/deep-query';

function setup() {
    const element = createElement<ConfirmDialog>('c-confirm-dialog', { is: ConfirmDialog });
    Object.assign(element, { action: 'Cancel Check', question: 'Cancel this background check?' });
    const closed = jest.fn();
    element.addEventListener('close', (event) => closed((event as CustomEvent).detail));
    document.body.appendChild(element);
    const find = <T extends Element>(selector: string) => deepQuery<T>(element, selector);
    return { element, closed, find };
}

describe('c-confirm-dialog', () => {
    afterEach(() => document.body.replaceChildren());

    it('asks the question and names the button after what it does', () => {
        const { find } = setup();

        expect(find('.question')?.textContent).toBe('Cancel this background check?');
        expect(find<HTMLElement & { label: string }>('.confirm')?.label).toBe('Cancel Check');
    });

    it.each([
        ['.confirm', true],
        ['.cancel', null],
    ])('%s closes it with %p', (button, answer) => {
        const { closed, find } = setup();

        find<HTMLElement>(button)?.click();

        expect(closed).toHaveBeenCalledWith(answer);
    });

    it('is accessible', async () => {
        expect(await axeViolations(setup().element)).toEqual([]);
    });
});
