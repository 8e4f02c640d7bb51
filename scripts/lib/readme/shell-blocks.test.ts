import { expect, test } from 'vitest';
import { filledIn, shellBlocksOf } from './shell-blocks.ts';

const README = `# Product

## Deploy it

1. First

   \`\`\`sh
   one <name>
     --more <name>
   \`\`\`

### Deeper

\`\`\`sh
two
\`\`\`

## Elsewhere

\`\`\`sh
three
\`\`\`
`;

test('the blocks of a section are read without their indent', () => {
  expect(shellBlocksOf(README, '## Deploy it')).toEqual(['one <name>\n  --more <name>', 'two']);
});

test('placeholders are filled in turn; one nobody knows is named', () => {
  expect(filledIn('a <x> <x> <y>', { x: ['1', '2'], y: '3' })).toBe("a '1' '2' '3'");
  expect(() => filledIn('a <z>', {})).toThrow('<z>');
});
