import { createLiveQuery } from 'c/liveQuery';
import { settle } from '../../../../../test/wires';

const stopAfterwards: (() => void)[] = [];

function setup() {
    const page = { show: jest.fn(), fail: jest.fn(), isAwaiting: jest.fn(() => true) };
    const live = createLiveQuery(page);
    stopAfterwards.push(live.stop);
    const refresh = jest.fn().mockResolvedValue(undefined);
    return { page, live, refresh };
}

describe('c-live-query', () => {
    beforeEach(() => {
        jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
        jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
    });

    afterEach(() => {
        stopAfterwards.splice(0).forEach((stop) => stop());
        jest.useRealTimers();
        jest.restoreAllMocks();
    });

    it('hands answers to show and errors to fail', () => {
        const { page, live } = setup();
        const errors = [{ message: 'No.' }];

        live.receive({ data: { checks: 1 } });
        live.receive({ errors });
        live.receive({});

        expect(page.show.mock.calls).toEqual([[{ checks: 1 }]]);
        expect(page.fail.mock.calls).toEqual([[errors]]);
    });

    it('asks again after an answer, as long as something is awaited', async () => {
        const { page, live, refresh } = setup();
        live.start();
        live.receive({ data: {}, refresh });

        await jest.advanceTimersByTimeAsync(3_000);
        expect(refresh).toHaveBeenCalledTimes(1);

        page.isAwaiting.mockReturnValue(false);
        live.receive({ data: {}, refresh });
        await jest.advanceTimersByTimeAsync(600_000);
        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('does not ask while it is already asking', async () => {
        const { live, refresh } = setup();
        live.receive({ data: {}, refresh: refresh.mockReturnValue(new Promise(() => undefined)) });

        live.refresh();
        live.refresh();
        await settle();

        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('fails when asking fails altogether, and asks again later', async () => {
        const { page, live, refresh } = setup();
        const error = new Error('Network is down.');
        live.start();
        live.receive({ data: {}, refresh: refresh.mockRejectedValueOnce(error) });

        await live.refresh();
        await jest.advanceTimersByTimeAsync(3_000);

        expect(page.fail).toHaveBeenCalledWith(error);
        expect(refresh).toHaveBeenCalledTimes(2);
    });
});
