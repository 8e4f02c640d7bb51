import { describe, expect, test } from 'vitest';
import { startOrder, type Step, type World } from '../testing/order-world.ts';
import { applyEvent } from './apply-event.ts';
import { carryOutAction } from './carry-out-action.ts';

/** An order Checkr took, and which ended in an error here all the same. */
const FAILED: Step[] = ['lose the answer', 'try', 'e-mail goes', 'try', 'e-mail comes'];

async function after(steps: Step[], world: Partial<World> = {}) {
  const order = startOrder(
    { ordering: 'invitation', country: 'US', ...world },
    { carryOut: carryOutAction, apply: applyEvent },
  );
  for (const step of steps) await order.step(step);
  return order;
}
const calls = ({ posts }: { posts: { call: string }[] }) => posts.map(({ call }) => call);

describe('outside the US, where Checkr lists no invitations', () => {
  const abroad = { country: 'India' };

  test('an invitation is sent again', async () => {
    const order = await after(['try', 'Resend Invitation', 'try'], abroad);
    expect(await order.shown()).toMatchObject({ status: 'Invited', invitationId: 'invitation2' });
    expect(order.invitations.map(({ isDeleted }) => isDeleted)).toEqual([true, false]);
  });

  test('one that works stays where a day went by and nobody could tell what was sent', async () => {
    const order = await after(['try', 'Resend Invitation', 'a day passes', 'try'], abroad);
    expect(order.written()).toMatchObject({
      requestedAction: null,
      errorHelp: expect.stringContaining('bill it twice'),
    });
    expect(order.written()).not.toHaveProperty('status');
    expect(order.invitations.map(({ isDeleted }) => isDeleted)).toEqual([false]);
  });

  test('a resend that was lost for a day ends in an error, not in an invitation that is gone', async () => {
    const order = await after(['try', 'Resend Invitation', 'lose the answer', 'try', 'a day passes', 'try'], abroad);
    expect(order.written()).toMatchObject({ status: 'Error', invitationUrl: null });
    expect(order.paid()).toEqual(['invitation2']);
  });

  test('a report of a failed order is found all the same', async () => {
    const order = await after([...FAILED, 'applicant answers', 'Resume', 'try'], abroad);
    expect(await order.shown()).toMatchObject({ status: 'In Progress', reportId: 'report-of-invitation1' });
  });

  test('an order Checkr plainly refused is resumed as often as it takes, and ordered once', async () => {
    const refused: Step[] = ['refuse plainly', 'try', 'Resume'];
    for (const besides of [[], ['e-mail goes', 'try', 'e-mail comes', 'Resume'], refused] satisfies Step[][]) {
      const order = await after([...refused, ...besides, 'try'], abroad);
      expect(await order.shown()).toMatchObject({ status: 'Invited', invitationId: 'invitation1' });
      expect(order.paid()).toHaveLength(1);
    }
  });

  test('so is a resend Checkr plainly refused once the old invitation was gone', async () => {
    const order = await after(['try', 'Resend Invitation', 'refuse plainly', 'try', 'Resume', 'try'], abroad);
    expect(await order.shown()).toMatchObject({ status: 'Invited', invitationId: 'invitation2' });
    expect(order.paid()).toEqual(['invitation2']);
  });

  test.each<[string, Step[]]>([
    ['what was refused had been tried before', ['lose the answer', 'try', 'refuse plainly', 'try', 'Resume', 'try']],
    ['Checkr speaks of a duplicate', ['refuse', 'try', 'Resume', 'try']],
    ['an earlier operation left a doubt', [...FAILED, 'Resume', 'refuse plainly', 'try', 'Resume', 'try']],
    ['the key is forgotten', ['refuse plainly', 'try', 'Resume', 'lose the answer', 'try', 'a day passes', 'try']],
    [
      'a refused resend had been tried before',
      ['try', 'Resend Invitation', 'lose the answer', 'try', 'refuse plainly', 'try', 'Resume', 'try'],
    ],
  ])('a person has to look where %s', async (_doubt, steps) => {
    const order = await after(steps, abroad);
    expect(order.written()).toMatchObject({ status: 'Error', errorHelp: expect.stringContaining('bill it twice') });
  });

  test('a failed order is canceled, and the record says that an invitation may be open', async () => {
    const order = await after([...FAILED, 'Cancel', 'try'], abroad);
    expect(order.written()).toMatchObject({
      status: 'Canceled',
      errorHelp: expect.stringContaining('cancel it there'),
    });
  });
});

test('a resend that Checkr refuses once the old invitation is gone is an error that can be resumed', async () => {
  const order = await after(['try', 'Resend Invitation', 'refuse', 'try', 'events']);
  expect(order.written()).toMatchObject({ status: 'Error', invitationUrl: null });
  await order.step('Resume');
  await order.step('try');
  expect(await order.shown()).toMatchObject({ status: 'Invited', invitationId: 'invitation2' });
});

test.each([
  ['that has become a report', ['applicant answers']],
  ['whose candidate Checkr lets be used no more', ['candidate is refused']],
] as const)('an order %s is taken when it is resumed, and no other candidate is made', async (_what, steps) => {
  const order = await after([...FAILED, ...steps, 'Resume', 'try']);
  expect((await order.shown())?.requestedAction).toBeNull();
  expect(calls(order)).toEqual(['createCandidate', 'createInvitation']);
  expect(order.written()).toMatchObject({ invitationId: 'invitation1', errorHelp: null });
});

test('the report of an order that failed here moves its own check', async () => {
  const order = await after([...FAILED, 'applicant answers', 'events']);
  expect(order.unordered).toEqual([]);
  expect(order.written()).toMatchObject({ status: 'In Progress', reportId: 'report-of-invitation1' });
});

test('what is heard of an order while it is resumed waits until that is done', async () => {
  const order = await after([...FAILED, 'applicant answers', 'Resume', 'events']);
  expect((await order.shown())?.reportId).toBeNull();
  expect(order.unordered).toEqual([]);
  await order.step('try');
  await order.step('events');
  expect(await order.shown()).toMatchObject({ requestedAction: null, reportId: 'report-of-invitation1' });
});

test('canceling an order that failed here stops what Checkr made of it', async () => {
  const invited = await after([...FAILED, 'Cancel', 'try']);
  expect(invited.paid()).toEqual([]);
  expect(invited.written()).toMatchObject({ status: 'Canceled', errorHelp: null });
  const running = await after([...FAILED, 'applicant answers', 'Cancel', 'try']);
  expect(calls(running)).toContain('completeReport');
  expect(running.written()).toMatchObject({ status: 'Review Required', reportId: 'report-of-invitation1' });
});
