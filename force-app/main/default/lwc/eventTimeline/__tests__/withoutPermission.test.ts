import EventTimeline from 'c/eventTimeline';
import { createElement } from 'lwc';
import { graphql, settle } from '../../../../../test/wires';

jest.mock('@salesforce/customPermission/Review_Background_Checks', () => ({ default: undefined }), { virtual: true });

describe('c-event-timeline without the permission to review', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows nothing and asks nothing', async () => {
        const element = createElement<EventTimeline>('c-event-timeline', { is: EventTimeline });
        element.recordId = 'a00000000000001AAA';
        document.body.appendChild(element);
        await settle();

        expect(graphql.getLastConfig()?.variables).toBeUndefined();
        expect(element.shadowRoot?.querySelector('*')).toBeNull();
    });
});
