import { expect, test } from 'vitest';
import { createSay } from './say.ts';

function said(columns: number, rows: string[][]): string {
  let text = '';
  const say = createSay(
    { out: { write: (words: string) => (text += words), columns }, err: { write: () => true } },
    false,
  );
  say.table(['step', 'what is so'], rows);
  return text;
}

test('an address longer than its column is told whole, whatever the width of the screen', () => {
  const address = 'https://connector.example.org/webhooks/background_check/example-screening';
  const text = said(60, [['vendor', `It sends its results to ${address}.`]]);
  expect(text.replaceAll(/[^\w:/.-]/g, '')).toContain(address);
  expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(60);
});

test('a table without rows is left out: the line below says that there is nothing', () => {
  expect(said(80, [])).toBe('');
});
