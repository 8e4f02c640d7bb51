import { expect, test } from 'vitest';
import { parseForm } from './parse-form.ts';

const plain = (form: unknown): unknown => JSON.parse(JSON.stringify(form)) as unknown;

test.each([
  ['package=tasker_standard&candidate_id=1', { package: 'tasker_standard', candidate_id: '1' }],
  ['tags[]=a&tags[]=b', { tags: ['a', 'b'] }],
  ['metadata[colour]=red&metadata[size]=4', { metadata: { colour: 'red', size: '4' } }],
  [
    'work_locations[][country]=US&work_locations[][state]=CA&work_locations[][country]=US&work_locations[][state]=NY',
    {
      work_locations: [
        { country: 'US', state: 'CA' },
        { country: 'US', state: 'NY' },
      ],
    },
  ],
  ['work_locations%5B%5D%5Bcity%5D=San+Jos%C3%A9', { work_locations: [{ city: 'San José' }] }],
  ['__proto__[x]=1', JSON.parse('{"__proto__":{"x":"1"}}')],
])('reads %s as a Rails server would', (body, expected) => {
  expect(plain(parseForm(body))).toEqual(expected);
});
