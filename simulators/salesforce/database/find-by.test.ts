import { expect, test, vi } from 'vitest';
import { createFlowEngine, type FlowEngine } from '../flows/flow-engine.ts';
import { createOrg, type SimulatedOrg } from '../org.ts';
import { filter, flowOf, input, start, to } from '../testing/flow-xml.ts';

const LOOKUP = flowOf(`
  <recordLookups><name>Find</name><label>Find</label><getFirstRecordOnly>true</getFirstRecordOnly><object>Contact</object>
    ${filter('Email', 'EqualTo', '=$Record.Email')}<storeOutputAutomatically>true</storeOutputAutomatically>${to('Mark')}
  </recordLookups>
  <recordUpdates><name>Mark</name><label>Mark</label>${input('Title', 'found')}
    <object>Contact</object>${filter('Id', 'EqualTo', '=Find.Id')}</recordUpdates>
  ${start('Lead', { when: 'After', saves: 'Create', to: 'Find' })}`);

function setup(): SimulatedOrg {
  const parts: { engine?: FlowEngine } = {};
  const org: SimulatedOrg = createOrg({
    id: '00DBC00000000012AA',
    name: 'Test',
    now: () => new Date('2026-11-20T16:00:00Z'),
    automation: () => parts.engine ?? { beforeSave: () => [], afterSave: () => [] },
    checks: [],
    onDeployed: () => undefined,
  });
  parts.engine = createFlowEngine({
    flows: [LOOKUP],
    services: {
      findObject: (object) => org.objectDefinition(object),
      hasOutboundMessage: () => false,
      label: () => undefined,
      sendOutboundMessage: () => undefined,
      sendNotification: () => undefined,
      findFlow: () => undefined,
      transact: (_userId, work) => org.asAutomatedProcess(work),
      rowsOf: (transaction) => transaction,
      now: () => org.now(),
      interviewFailed: () => undefined,
    },
  });
  return org;
}

test('a lookup by one field visits the rows it finds, not the whole table', () => {
  const org = setup();
  const admin = org.findUser('admin@example.org');
  if (!admin) throw new Error('the admin is a built-in user');
  const people = Array.from({ length: 400 }, (_, index) => ({ LastName: `P${index}`, Email: `p${index}@example.org` }));
  org.insertAs(admin, 'Contact', people);
  const scans = vi.spyOn(org.database.store, 'rows');
  org.insertAs(admin, 'Lead', [{ LastName: 'Lee', Company: 'Home', Email: 'P7@EXAMPLE.org' }]);
  expect(scans.mock.calls.flat()).not.toContain('Contact');
  const found = org.queryAs(admin, "SELECT LastName FROM Contact WHERE Title = 'found'");
  expect(found.map(({ LastName }) => LastName)).toEqual(['P7']);
});

test('rows found by a field are complete, in any case of the text, and follow the row when it changes', () => {
  const org = setup();
  const admin = org.findUser('admin@example.org');
  if (!admin) throw new Error('the admin is a built-in user');
  const [saved] = org.insertAs(admin, 'Contact', [{ FirstName: 'Ann', LastName: 'Lee', Email: 'ann@example.org' }]);
  const names = (email: string) =>
    org.transact(admin, (work) => work.findBy?.('Contact', 'Email', email).map(({ Name }) => Name));
  expect(names('ANN@example.org')).toEqual(['Ann Lee']);
  org.updateAs(admin, 'Contact', [{ Id: saved?.id ?? null, Email: 'lee@example.org' }]);
  expect([names('ann@example.org'), names('lee@example.org')]).toEqual([[], ['Ann Lee']]);
});
