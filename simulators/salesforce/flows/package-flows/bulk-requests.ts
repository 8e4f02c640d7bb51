import { describe, expect, test } from 'vitest';
import type { SObject } from '../../model.ts';
import type { PackageOrg } from '../../testing/package-org.ts';

const CHECK = 'Background_Check__c';
const FLOW = 'Request_Background_Checks';
const PLACE = { State: 'Porto', Country: 'Portugal' };
const MAILING = { MailingState: 'Porto', MailingCountry: 'Portugal' };

/** The screen flow behind the list button. */
export function testBulkRequests(setup: () => PackageOrg): void {
  const opened = () => {
    const org = setup();
    const offer = { Name: 'Basic', Slug__c: 'basic', Price__c: 30, Price_Currency__c: 'USD' };
    const Package__c = String(org.insert('admin', 'Background_Check_Package__c', offer).id);
    const add = (object: string, LastName: string, values: SObject) => {
      const row = { LastName, Email: `${LastName.toLowerCase()}@example.com`, ...values };
      return String(org.insert('requester', object, object === 'Lead' ? { Company: 'x', ...row } : row).id);
    };
    const { screens } = org.automation.engine();
    const requester = org.user('requester');
    const start = (ids: string[]) => screens.startInterview(requester, FLOW, { ids });
    const next = (id: string, answers: Record<string, unknown> = {}) => {
      const [action = 'NEXT'] = screens.view(requester, id).screen?.actions ?? [];
      return screens.next(requester, id, { action, answers });
    };
    const choose = (id: string, Include_Warned: boolean) => next(id, { Package_Choice: Package__c, Include_Warned });
    const requested = () => org.query(`SELECT Lead__c, Contact__c FROM ${CHECK} WHERE Source__c = 'Bulk'`);
    return { ...org, Package__c, add, start, next, choose, requested };
  };
  const textOf = (view: { screen?: object }) => JSON.stringify(view.screen);

  test('nobody selected is said', () => {
    expect(opened().start([]).screen?.name).toBe('Nobody_Selected');
  });

  /** Somebody of every kind on a list of leads and contacts. */
  const crowd = (org: ReturnType<typeof opened>) => {
    const { add, insert, update } = org;
    const check = (person: SObject, moved?: SObject) => {
      const { id } = insert('requester', CHECK, person);
      if (moved) expect(update('connector', CHECK, { Id: id, Requested_Action__c: null, ...moved }).errors).toEqual([]);
    };
    const leads = {
      Ready: add('Lead', 'Ready', PLACE),
      Placeless: add('Lead', 'Placeless', {}),
      Mailless: add('Lead', 'Mailless', { Email: null }),
      Open: add('Lead', 'Open', PLACE),
      Cleared: add('Lead', 'Cleared', PLACE),
    };
    const contacts = {
      Able: add('Contact', 'Able', MAILING),
      Nowhere: add('Contact', 'Nowhere', {}),
      Silent: add('Contact', 'Silent', { Email: null }),
    };
    check({ Lead__c: leads.Open });
    check({ Lead__c: leads.Cleared }, { Status__c: 'Completed', Result__c: 'Clear' });
    return { ...leads, ...contacts };
  };

  test('warned people are left out unless they are asked for', () => {
    const org = opened();
    const people = crowd(org);
    const { id } = org.start(Object.values(people));
    const confirm = org.choose(id, false);
    expect(confirm.screen?.name).toBe('Confirm');
    expect(textOf(confirm)).toMatch(/60 USD/);
    expect(org.next(id).screen?.name).toBe('Say_What_Was_Requested');
    expect(org.requested()).toMatchObject([{ Lead__c: people.Ready }, { Contact__c: people.Able }]);
    expect(org.next(id).status).toBe('FINISHED');
  });

  test('warned people are requested when they are asked for, the others never', () => {
    const org = opened();
    const people = crowd(org);
    const { id } = org.start(Object.values(people));
    org.choose(id, true);
    org.next(id);
    const persons = org.requested().map(({ Lead__c, Contact__c }) => Lead__c ?? Contact__c);
    const { Ready, Placeless, Cleared, Able, Nowhere } = people;
    expect(persons.toSorted()).toEqual([Ready, Placeless, Cleared, Able, Nowhere].toSorted());
  });

  test('one package only is asked for: without it nothing goes on', () => {
    const org = opened();
    const { id } = org.start([org.add('Lead', 'Ready', PLACE)]);
    const again = org.next(id, { Include_Warned: false });
    expect(again.screen?.name).toBe('Choose_Package');
    expect(textOf(again)).toContain('Input is not optional');
  });

  test('nobody ready is said, with the reasons', () => {
    const org = opened();
    const { id } = org.start([org.add('Lead', 'Mailless', { Email: null })]);
    const view = org.choose(id, true);
    expect(view.screen?.name).toBe('Nobody_Ready');
    expect(textOf(view)).toContain('Mailless');
  });

  describe('when something fails it is said, and nothing is requested', () => {
    const people = (org: ReturnType<typeof opened>) => [
      org.add('Lead', 'Ready', PLACE),
      org.add('Contact', 'Able', MAILING),
    ];

    test.each([
      'Find_Leads',
      'Find_Contacts',
      'Find_Package',
      'Find_Open_Checks',
      'Find_Valid_Checks',
      'Request_Checks',
    ])('%s', async (element) => {
      const org = opened();
      org.failAt(`${FLOW}.${element}`);
      let view = org.start(people(org));
      if (view.screen?.name === 'Choose_Package') view = org.choose(view.id, false);
      if (view.screen?.name === 'Confirm') view = org.next(view.id);
      expect(view.screen?.name).toBe('Say_What_Failed');
      expect(textOf(view)).toContain('QUERY_TIMEOUT: told to fail');
      await org.settled();
      expect([org.requested(), org.outbound.pending()]).toEqual([[], []]);
    });
  });
}
