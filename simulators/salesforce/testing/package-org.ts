import { fileURLToPath } from 'node:url';
import { parseXml } from '../metadata/xml.ts';
import type { SObject } from '../model.ts';
import type { SaveResult } from '../save-model.ts';
import { createSalesforceSimulator } from '../simulator.ts';

const FORCE_APP = fileURLToPath(new URL('../../../force-app/', import.meta.url));
const ENV = { CONNECTOR_ENDPOINT: 'http://127.0.0.1:1/background-check', OUTBOUND_USERNAME: 'connector@example.org' };

/** What tests of the package's flows work with. */
export type PackageOrg = ReturnType<typeof createPackageOrg>;

/** The package's own flows, deployed into an org where everybody has a permission set; the reviewer and the admin are in their groups. */
export function createPackageOrg() {
  const simulator = createSalesforceSimulator();
  const { org, automation } = simulator;
  const deployed = simulator.deploy({ sources: [`${FORCE_APP}main`, `${FORCE_APP}org`], env: ENV });
  if ('problems' in deployed) throw new Error(JSON.stringify(deployed.problems));
  const failAt = (place: string) => automation.engine().failAt({ [place]: 'QUERY_TIMEOUT: told to fail' });
  const user = (name: string) => {
    const found = org.findUser(`${name}@example.org`);
    if (!found) throw new Error(`no user ${name}`);
    return found;
  };
  const query = (soql: string) => org.queryAs(user('admin'), soql) as unknown as SObject[];
  const assign = (name: string, permissionSet: string) => {
    const PermissionSetId = query(`SELECT Id FROM PermissionSet WHERE Name = '${permissionSet}'`)[0]?.['Id'] ?? null;
    org.insertAs(user('admin'), 'PermissionSetAssignment', [{ AssigneeId: user(name).id, PermissionSetId }]);
  };
  for (const [name, set] of Object.entries({ requester: 'Requester', reviewer: 'Reviewer', connector: 'Connector' }))
    assign(name, `Background_Check_${set}`);
  const join = (name: string, group: string) => {
    const GroupId = query(`SELECT Id FROM Group WHERE DeveloperName = '${group}'`)[0]?.['Id'] ?? null;
    org.asAutomatedProcess((work) => work.insert('GroupMember', [{ GroupId, UserOrGroupId: user(name).id }]));
  };
  join('reviewer', 'Background_Check_Reviewers');
  join('admin', 'Background_Check_Admins');
  const one = ([result]: SaveResult[]): SaveResult => {
    if (!result) throw new Error('no result');
    return result;
  };
  const insert = (name: string, object: string, row: SObject) =>
    one(org.transact(user(name), (work) => work.insert(object, [row])));
  const update = (name: string, object: string, row: SObject) =>
    one(org.transact(user(name), (work) => work.update(object, [row])));
  const row = (object: string, id: string | null) =>
    org.transact(user('admin'), (work) => work.read(object, String(id)));
  const refuseBy = (object: string, condition: string) =>
    org.deploy([
      {
        type: 'ValidationRule',
        fullName: `${object}.Test_Refusal`,
        path: `${object}.Test_Refusal.validationRule-meta.xml`,
        element: parseXml(
          `<ValidationRule><fullName>Test_Refusal</fullName><active>true</active><errorConditionFormula>${condition}</errorConditionFormula><errorMessage>Refused by a test.</errorMessage></ValidationRule>`,
          'Test_Refusal',
        ),
      },
    ]);
  const person = (object: string) =>
    insert('requester', object, {
      LastName: 'Lovelace',
      Email: 'ada@example.com',
      ...(object === 'Lead' ? { Company: 'Example' } : {}),
    });
  return { ...simulator, assign, user, query, insert, update, row, refuseBy, person, failAt };
}
