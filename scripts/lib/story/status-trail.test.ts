import { expect, test } from 'vitest';
import { expectTrail } from './status-trail.ts';

test('a status left out, or one too many, is told with both trails', () => {
  expect(() => expectTrail(['Requested', 'Invited'], ['Requested', 'Candidate Created', 'Invited'])).toThrow(
    'Requested → Candidate Created → Invited\n  seen:     Requested → Invited',
  );
  expect(() => expectTrail(['Requested', 'Error', 'Invited'], ['Requested', 'Invited'])).toThrow('Error');
  expect(() => expectTrail(['Requested', 'Invited'], ['Requested', 'Invited'])).not.toThrow();
});
