import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SSN_TRACE_FLAGS } from '../../connector/src/checkr/screenings.ts';
import { projectRoot } from '../lib/project-root.ts';

const words = readFileSync(join(projectRoot, 'force-app/main/default/lwc/screeningItem/words.ts'), 'utf8');

test.each([...SSN_TRACE_FLAGS, 'privilege_to_drive_invalid'])(
  'what a screening draws attention to by %s is said in words',
  (flag) => {
    expect(words).toMatch(new RegExp(`^ +${flag}: labels\\.flag`, 'm'));
  },
);
