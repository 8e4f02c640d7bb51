import '@jsforce/jsforce-node/lib/api/metadata.js';
import { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { serveOrg } from '../serve-org.ts';
import { add, change, intactPackage, remove, zipOf, type Mutation, type Package } from './package-files.ts';

let org: Awaited<ReturnType<typeof serveOrg>>;
let admin: ReturnType<(typeof org)['connect']>;
beforeAll(async () => {
  org = await serveOrg();
  admin = org.connect('admin@example.org');
  admin.metadata.pollInterval = 10;
});
afterAll(() => org.close());

const OBJECT = 'objects/Parcel__c.object';
const FLOW = 'flows/Announce_Parcel.flow';
const SET = 'permissionsets/Parcel_Clerk.permissionset';
const LAYOUT = 'layouts/Parcel__c-Parcel Layout.layout';
const SCRIPT = 'lwc/parcelCard/parcelCard.js';
const TEMPLATE = 'lwc/parcelCard/parcelCard.html';
const META = 'lwc/parcelCard/parcelCard.js-meta.xml';
const PAGE = 'flexipages/Parcel_Page.flexipage';
const WORKFLOW = 'workflows/Parcel__c.workflow';
const MANIFEST = 'package.xml';

function deploy(files: Package, { checkOnly = false } = {}) {
  const options = { rollbackOnError: true, singlePackage: true, checkOnly };
  return admin.metadata.deploy(zipOf(files), options).complete(true);
}

const LICENSED = '    <hasActivationRequired>false</hasActivationRequired>\n    <label>Parcel Clerk</label>';
const MASTER_DETAIL = `
    <fields>
        <fullName>Shelf__c</fullName>
        <label>Shelf</label>
        <referenceTo>Shelf__c</referenceTo>
        <relationshipName>Parcels</relationshipName>
        <type>MasterDetail</type>
    </fields>`;

interface Refusal {
  what: string;
  mutation: Mutation;
  component: string;
  problem: string;
}

const refusals: Refusal[] = [
  {
    what: 'an element the schema does not know',
    mutation: change(OBJECT, '<length>20</length>', '<length>20</length>\n<widht>5</widht>'),
    component: 'CustomField Parcel__c.Code__c',
    problem: 'Element {http://soap.sforce.com/2006/04/metadata}widht invalid at this location in type CustomField',
  },
  {
    what: 'a value that is none of its enum',
    mutation: change(OBJECT, '<sharingModel>ReadWrite', '<sharingModel>Everybody'),
    component: 'CustomObject Parcel__c',
    problem: "'Everybody' is not a valid value for the enum of sharingModel",
  },
  {
    what: 'a text where a boolean belongs',
    mutation: change(OBJECT, '<required>true', '<required>always'),
    component: 'CustomField Parcel__c.Code__c',
    problem: "'always' is not a valid value of the atomic type 'xs:boolean'",
  },
  {
    what: 'an element that is missing',
    mutation: change('notificationtypes/Parcels_Weighed.notiftype', '<masterLabel>Parcels Weighed</masterLabel>', ''),
    component: 'CustomNotificationType Parcels_Weighed',
    problem: 'Required field is missing: masterLabel',
  },
  {
    what: 'elements of one name that do not stand together',
    mutation: change(WORKFLOW, '<name>Parcel Is Ready</name>', '<fields>State__c</fields><name>Parcel Is Ready</name>'),
    component: 'Workflow Parcel__c',
    problem: 'Element fields is duplicated at this location in type WorkflowOutboundMessage',
  },
  {
    what: 'elements in the wrong order',
    mutation: change(SET, LICENSED, LICENSED.split('\n').reverse().join('\n')),
    component: 'PermissionSet Parcel_Clerk',
    problem: 'Element hasActivationRequired is out of order or duplicated at this location in type PermissionSet',
  },
  {
    what: 'XML that is not well formed',
    mutation: change('tabs/Parcel__c.tab', '</motif>', ''),
    component: 'CustomTab Parcel__c',
    problem: 'unexpected close tag',
  },
  {
    what: 'a permission for a field that does not exist',
    mutation: change(SET, 'Parcel__c.Weight__c', 'Parcel__c.Wait__c'),
    component: 'PermissionSet Parcel_Clerk',
    problem: 'In field: field - no CustomField named Parcel__c.Wait__c found',
  },
  {
    what: 'a permission for a required field',
    mutation: change(SET, 'Parcel__c.Weight__c', 'Parcel__c.Code__c'),
    component: 'PermissionSet Parcel_Clerk',
    problem: 'You cannot deploy to a required field: Parcel__c.Code__c',
  },
  {
    what: 'a permission for a master-detail field',
    mutation: (files) =>
      [
        change(OBJECT, '</sharingModel>', `</sharingModel>${MASTER_DETAIL}`),
        change(LAYOUT, '<field>Weight__c', '<field>Shelf__c'),
        change(SET, 'Parcel__c.Weight__c', 'Parcel__c.Shelf__c'),
      ].reduce((changed, mutate) => mutate(changed), files),
    component: 'PermissionSet Parcel_Clerk',
    problem: 'You cannot deploy to a required field: Parcel__c.Shelf__c',
  },
  {
    what: 'a permission set with a custom permission that does not exist',
    mutation: change(SET, '<name>Weigh_Parcels', '<name>Weigh_Letters'),
    component: 'PermissionSet Parcel_Clerk',
    problem: 'no CustomPermission named Weigh_Letters found',
  },
  {
    what: 'a permission set with a tab that does not exist',
    mutation: change(SET, '<tab>Parcel__c', '<tab>Letter__c'),
    component: 'PermissionSet Parcel_Clerk',
    problem: 'In field: tab - no CustomTab named Letter__c found',
  },
  {
    what: 'a list view with a column that does not exist',
    mutation: change(OBJECT, '<columns>Weight__c', '<columns>Wait__c'),
    component: 'ListView Parcel__c.All',
    problem: 'Could not resolve list view column: Wait__c',
  },
  {
    what: 'a compact layout with a field that does not exist',
    mutation: change(OBJECT, '<fields>State__c', '<fields>Stade__c'),
    component: 'CompactLayout Parcel__c.Parcel_Compact',
    problem: 'no CustomField named Parcel__c.Stade__c found',
  },
  {
    what: 'an object assigned a compact layout that does not exist',
    mutation: change(OBJECT, '<compactLayoutAssignment>Parcel_Compact', '<compactLayoutAssignment>Nope'),
    component: 'CustomObject Parcel__c',
    problem: 'no CompactLayout named Nope found',
  },
  {
    what: 'a layout with a field that does not exist',
    mutation: change(LAYOUT, '<field>Weight__c', '<field>Wait__c'),
    component: 'Layout Parcel__c-Parcel Layout',
    problem: 'In field: field - no CustomField named Parcel__c.Wait__c found',
  },
  {
    what: 'a layout without a required field',
    mutation: change(LAYOUT, '<field>Code__c', '<field>State__c'),
    component: 'Layout Parcel__c-Parcel Layout',
    problem: 'Layout must contain an item for required layout field: Code__c',
  },
  {
    what: 'a page with a component that does not exist',
    mutation: change(PAGE, '<componentName>parcelCard', '<componentName>letterCard'),
    component: 'FlexiPage Parcel_Page',
    problem: "couldn't retrieve the design time component information for component letterCard",
  },
  {
    what: 'a page with a field that does not exist',
    mutation: change(PAGE, 'Record.Weight__c', 'Record.Wait__c'),
    component: 'FlexiPage Parcel_Page',
    problem: 'information on the field: Record.Wait__c',
  },
  {
    what: 'an outbound message with a field that does not exist',
    mutation: change(WORKFLOW, '<fields>Weight__c', '<fields>Wait__c'),
    component: 'Workflow Parcel__c',
    problem: 'no CustomField named Parcel__c.Wait__c found, in Parcel__c.Parcel_Is_Ready',
  },
  {
    what: 'an outbound message sent as nobody',
    mutation: change(WORKFLOW, 'connector@example.org', 'nobody@example.org'),
    component: 'Workflow Parcel__c',
    problem: 'no User named nobody@example.org found',
  },
  {
    what: 'a validation rule about a field that does not exist',
    mutation: change(OBJECT, 'Weight__c &gt; 100', 'Wait__c &gt; 100'),
    component: 'ValidationRule Parcel__c.Not_Too_Heavy',
    problem: 'Field Wait__c does not exist. Check spelling.',
  },
  {
    what: 'a validation rule that shows its error at a field that does not exist',
    mutation: change(OBJECT, '<errorDisplayField>Weight__c', '<errorDisplayField>Wait__c'),
    component: 'ValidationRule Parcel__c.Not_Too_Heavy',
    problem: 'errorDisplayField Wait__c',
  },
  {
    what: 'a formula that does not parse',
    mutation: change(OBJECT, 'Weight__c &gt; 20', 'IF(Weight__c &gt; 20, true'),
    component: 'CustomField Parcel__c.Is_Heavy__c',
    problem: 'Syntax error',
  },
  {
    what: 'a picklist with a value twice',
    mutation: change(OBJECT, '<fullName>Sent', '<fullName>Waiting'),
    component: 'CustomField Parcel__c.State__c',
    problem: 'Duplicate picklist value: Waiting',
  },
  {
    what: 'a picklist with two defaults',
    mutation: change(OBJECT, '<default>false', '<default>true'),
    component: 'CustomField Parcel__c.State__c',
    problem: 'Only one picklist value can be the default, not Waiting, Sent',
  },
  {
    what: 'a restricted picklist whose default is none of its values',
    mutation: change(OBJECT, '<label>State</label>', '<defaultValue>"Lost"</defaultValue><label>State</label>'),
    component: 'CustomField Parcel__c.State__c',
    problem: 'Default value Lost is not a value of the restricted picklist',
  },
  {
    what: 'a lookup to an object that does not exist',
    mutation: change(OBJECT, '<referenceTo>Lead', '<referenceTo>Letter__c'),
    component: 'CustomField Parcel__c.Lead__c',
    problem: 'referenceTo Letter__c',
  },
  {
    what: 'a flow with a connector to nowhere',
    mutation: change(FLOW, '<targetReference>Tell_Carrier', '<targetReference>Tell_Nobody'),
    component: 'Flow Announce_Parcel',
    problem: 'Tell_Nobody',
  },
  {
    what: 'a flow with a field that does not exist',
    mutation: change(FLOW, '<field>State__c', '<field>Stade__c'),
    component: 'Flow Announce_Parcel',
    problem: 'Stade__c',
  },
  {
    what: 'a flow on an object that does not exist',
    mutation: change(FLOW, '<object>Parcel__c', '<object>Letter__c'),
    component: 'Flow Announce_Parcel',
    problem: 'Letter__c',
  },
  {
    what: 'a flow with an outbound message that does not exist',
    mutation: change(FLOW, '<actionName>Parcel__c.Parcel_Is_Ready', '<actionName>Parcel__c.Nope'),
    component: 'Flow Announce_Parcel',
    problem: 'Parcel__c.Nope',
  },
  {
    what: 'a flow with a notification type that does not exist',
    mutation: change(FLOW, 'Parcels_Weighed', 'Letters_Weighed'),
    component: 'Flow Announce_Parcel',
    problem: 'no CustomNotificationType named Letters_Weighed found',
  },
  {
    what: 'a component with a label that does not exist',
    mutation: change(SCRIPT, 'c.Parcel_Title', 'c.Letter_Title'),
    component: 'LightningComponentBundle parcelCard',
    problem: 'Invalid reference c.Letter_Title of type label in file parcelCard.js',
  },
  {
    what: 'a component with a field that does not exist',
    mutation: change(SCRIPT, 'Parcel__c.Weight__c', 'Parcel__c.Wait__c'),
    component: 'LightningComponentBundle parcelCard',
    problem: 'Invalid reference Parcel__c.Wait__c of type sobjectField in file parcelCard.js',
  },
  {
    what: 'a component with another one that does not exist',
    mutation: change(TEMPLATE, '<h2>{title}</h2>', '<c-letter-card></c-letter-card>'),
    component: 'LightningComponentBundle parcelCard',
    problem: 'No MODULE named markup://c:letterCard found',
  },
  {
    what: 'a component with Apex',
    mutation: change(SCRIPT, '@salesforce/label/c.Parcel_Title', '@salesforce/apex/Parcels.title'),
    component: 'LightningComponentBundle parcelCard',
    problem: "Unable to find Apex action class referenced as 'Parcels'",
  },
  {
    what: 'a script that does not compile',
    mutation: change(SCRIPT, '@api recordId;', '@api recordId: string;'),
    component: 'LightningComponentBundle parcelCard',
    problem: '[Line: 6, Col:',
  },
  {
    what: 'a template that does not compile',
    mutation: change(TEMPLATE, '</h2>', ''),
    component: 'LightningComponentBundle parcelCard',
    problem: 'LWC1058',
  },
  {
    what: 'TypeScript in a bundle',
    mutation: add('lwc/parcelCard/parcelCard.ts', 'export const weight: number = 1;'),
    component: 'LightningComponentBundle parcelCard',
    problem: 'Unexpected file parcelCard.ts in the bundle',
  },
  {
    what: 'a bundle without its configuration',
    mutation: remove(META),
    component: 'LightningComponentBundle parcelCard',
    problem: 'The bundle has no parcelCard.js-meta.xml',
  },
  {
    what: 'a bundle without an API version',
    mutation: change(META, '<apiVersion>66.0</apiVersion>', ''),
    component: 'LightningComponentBundle parcelCard',
    problem: 'Required field is missing: apiVersion',
  },
  {
    what: 'an API version the org does not have',
    mutation: change(META, '<apiVersion>66.0', '<apiVersion>99.0'),
    component: 'LightningComponentBundle parcelCard',
    problem: 'Invalid version specified: 99.0',
  },
  {
    what: 'a type the org does not know',
    mutation: change(
      MANIFEST,
      '<version>',
      '<types><members>Logo</members><name>StaticResource</name></types><version>',
    ),
    component: 'StaticResource Logo',
    problem: "Unknown type name 'StaticResource' specified in package.xml",
  },
  {
    what: 'a folder the org does not know',
    mutation: add('classes/Parcels.cls', 'class Parcels {}'),
    component: 'unknown classes/Parcels.cls',
    problem: 'folder classes holds no metadata type this org knows',
  },
  {
    what: 'a member of package.xml that is not there',
    mutation: remove('customPermissions/Weigh_Parcels.customPermission'),
    component: 'CustomPermission Weigh_Parcels',
    problem: "An object 'Weigh_Parcels' of type CustomPermission was named in package.xml, but was not found",
  },
  {
    what: 'a file that package.xml does not name',
    mutation: change(MANIFEST, '<members>Weigh_Parcels</members>', ''),
    component: 'CustomPermission Weigh_Parcels',
    problem: 'Not in package.xml',
  },
];

test.each(refusals)('$what is refused, and the component is named', async ({ mutation, component, problem }) => {
  const result = await deploy(mutation(intactPackage()));
  expect(result).toMatchObject({ done: true, success: false, status: 'Failed', numberComponentsDeployed: 0 });
  const failures = result.details.componentFailures.map((failure) => ({
    component: `${failure.componentType} ${failure.fullName}`,
    problem: failure.problem ?? '',
  }));
  expect(failures).toContainEqual({ component, problem: expect.stringContaining(problem) as string });
  expect(failures.filter((failure) => failure.component !== component)).toEqual([]);
  expect(() => org.org.objectDefinition('Parcel__c')).toThrow('does not exist');
});

test('a package that is no zip file fails as a whole', async () => {
  const options = { rollbackOnError: true, singlePackage: true };
  const result = await admin.metadata.deploy(Buffer.from('no zip'), options).complete(true);
  expect(result).toMatchObject({ success: false, errorMessage: 'The zip file cannot be read' });
});

test('options the org does not know are refused by name', async () => {
  const sent = admin.metadata.deploy(zipOf(intactPackage()), { singlePackage: true, performRetrieve: true });
  await expect(sent.complete()).rejects.toThrow(/rollbackOnError.*performRetrieve|performRetrieve.*rollbackOnError/);
});

test('who is no administrator may not deploy', async () => {
  const clerk = org.connect('requester@example.org');
  const sent = clerk.metadata.deploy(zipOf(intactPackage()), { rollbackOnError: true, singlePackage: true });
  await expect(sent.complete()).rejects.toThrow('INSUFFICIENT_ACCESS');
});

test('a session the org does not know is refused as over every other door', async () => {
  const stranger = new Connection({ instanceUrl: org.url, accessToken: 'nobody', version: '66.0' });
  const sent = stranger.metadata.deploy(zipOf(intactPackage()), { rollbackOnError: true, singlePackage: true });
  await expect(sent.complete()).rejects.toThrow('INVALID_SESSION_ID');
});

test('over REST a broken package is refused in the same words', async () => {
  const broken = change(SET, 'Parcel__c.Weight__c', 'Parcel__c.Code__c')(intactPackage());
  const options = { rollbackOnError: true, singlePackage: true };
  const { id } = await admin.metadata.deployRest(zipOf(broken), options);
  const result = await vi.waitUntil(async () => {
    const status = await admin.metadata.checkDeployStatus(String(id), true, true);
    return status.done && status;
  });
  expect(result.details.componentFailures).toMatchObject([
    {
      ...{ componentType: 'PermissionSet', fullName: 'Parcel_Clerk', fileName: SET, problemType: 'Error' },
      problem: 'You cannot deploy to a required field: Parcel__c.Code__c',
    },
  ]);
});

test('a dry run of the intact package finds nothing and changes nothing', async () => {
  const result = await deploy(intactPackage(), { checkOnly: true });
  expect(result).toMatchObject({ success: true, status: 'Succeeded', checkOnly: true });
  expect(() => org.org.objectDefinition('Parcel__c')).toThrow('does not exist');
});

test('the intact package deploys and works; the same again is unchanged, what was mended is changed', async () => {
  const states = async (files: Package) => {
    const { details } = await deploy(files);
    expect(details.componentFailures).toEqual([]);
    const messages = details.componentSuccesses.filter(({ componentType }) => componentType);
    const state = ({ created, changed }: (typeof messages)[number]) =>
      created ? 'Created' : changed ? 'Changed' : 'Unchanged';
    return new Map(messages.map((message) => [`${message.componentType ?? ''} ${message.fullName}`, state(message)]));
  };
  const first = await states(intactPackage());
  expect(first.size).toBeGreaterThan(15);
  first.delete('CustomLabels CustomLabels');
  expect(new Set(first.values())).toEqual(new Set(['Created']));

  const { id } = await admin.sobject('Parcel__c').create({ Code__c: 'A', Weight__c: 30 });
  expect(await admin.sobject('Parcel__c').retrieve(String(id))).toMatchObject({
    ...{ Name: 'P-0001', State__c: 'Waiting', Is_Heavy__c: true },
  });
  await expect(admin.sobject('Parcel__c').create({ Code__c: 'B', Weight__c: 101 })).rejects.toThrow('at most 100 kg');

  expect(new Set((await states(intactPackage())).values())).toEqual(new Set(['Unchanged']));
  const mended = await states(change(TEMPLATE, '{title}', '{title}!')(intactPackage()));
  expect(mended.get('LightningComponentBundle parcelCard')).toBe('Changed');
  expect([...mended.values()].filter((state) => state === 'Changed')).toHaveLength(1);
});
