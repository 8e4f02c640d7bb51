import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serveBulkOrg } from '../../testing/bulk-org.ts';

let org: Awaited<ReturnType<typeof serveBulkOrg>>;
beforeAll(async () => {
  org = await serveBulkOrg();
});
beforeEach(() => org.start());
afterAll(() => org.close());

const ENDING = 'ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is';
const UNPARSED = 'InvalidBatch : Failed to parse CSV.';
const BOM = '\uFEFF';

describe('a CSV that cannot be loaded makes the job fail', () => {
  test.each([
    ['an unknown column', 'Nothing__c\nx\n', {}, 'InvalidBatch : Field name not found : Nothing__c'],
    ['a parent by no external id', 'Shelf__r.Name\nx\n', {}, 'InvalidBatch : Field name not found : Shelf__r.Name'],
    ['a grandparent', 'Lead__r.Owner.Name\nx\n', {}, 'InvalidBatch : Field name not found : Lead__r.Owner.Name'],
    ['an update without ids', 'Note__c\nx\n', { operation: 'update' }, 'InvalidBatch : Field name not found : Id'],
    [
      'an upsert without its key',
      'Note__c\nx\n',
      { operation: 'upsert', externalIdFieldName: 'Order__c' },
      'InvalidBatch : Field name not found : Order__c',
    ],
    [
      'a delete with more than ids',
      'Id,Note__c\nx,y\n',
      { operation: 'delete' },
      'InvalidBatch : delete batch must contain only ids',
    ],
    ['a column twice', 'Note__c,note__c\nx,y\n', {}, 'InvalidBatch : Duplicate column : note__c'],
    ['lines that end in CRLF', 'Note__c\r\nx\r\n', {}, `${ENDING} LF`],
    ['lines that end in LF', 'Note__c\nx\n', { lineEnding: 'CRLF' }, `${ENDING} CRLF`],
    [
      'a byte order mark',
      `${BOM}"Note__c"\nx\n`,
      {},
      `${UNPARSED} Found unescaped quote. A value with quote should be within a quote`,
    ],
    ['rows of several lengths', 'Note__c,Card__c\nx\n', {}, expect.stringContaining(UNPARSED) as string],
    ['nothing', '', {}, 'InvalidBatch : Records not found'],
  ])('%s', async (_name, csv, order, errorMessage) => {
    expect(await org.run(csv, order)).toMatchObject({ state: 'Failed', errorMessage, numberRecordsProcessed: 0 });
    expect(await org.loans()).toEqual([]);
  });

  test('and its rows come back', async () => {
    const { id } = await org.run('Nothing__c\nx\n');
    expect(await org.results(id, 'unprocessedrecords/')).toBe('"Nothing__c"\n"x"\n');
    const spoilt = await org.run(`${BOM}"Note__c"\nx\n`);
    expect(await org.results(spoilt.id, 'unprocessedrecords')).toContain('"Note__c"\nx\n');
  });
});

test.each([
  ['TAB', '\t'],
  ['SEMICOLON', ';'],
  ['PIPE', '|'],
  ['CARET', '^'],
  ['BACKQUOTE', '`'],
])('columns kept apart by %s, lines by CRLF', async (columnDelimiter, sign) => {
  const csv = `Order__c${sign}Note__c\r\n1${sign}"a ${sign} b, ""c"""\r\n`;
  const { id } = await org.run(csv, { columnDelimiter, lineEnding: 'CRLF' });
  expect(await org.loans()).toMatchObject([{ Order__c: '1', Note__c: `a ${sign} b, "c"` }]);
  const [header] = (await org.results(id, 'successfulResults')).split('\r\n');
  expect(header).toBe(['"sf__Id"', '"sf__Created"', '"Order__c"', '"Note__c"'].join(sign));
});
