import { readFile } from 'node:fs/promises';
import { Problem } from '../problem.ts';
import { stageProject } from '../stage-project.ts';
import { quoted } from './salesforce-org.ts';
import type { SetupOptions } from './setup-options.ts';
import { doneIf, type Finding, type Setup, type SetupStep } from './setup-step.ts';

const APP = 'Background_Check_Connector';
const SETS = ['Requester', 'Reviewer', 'Admin', 'Connector', 'Purge_Audit'].map((name) => `Background_Check_${name}`);

export const logIn: SetupStep = {
  title: 'Log in to the org',
  check: async ({ org }) => doneIf(await org.isLoggedIn(), 'the Salesforce CLI does not know the org yet; log in.'),
  mend: ({ org, options }) =>
    org.run(['org', 'login', 'web', '--alias', options.org, '--instance-url', options.instanceUrl]),
};

export const connectorUser: SetupStep = {
  title: "The connector's own user",
  check: async ({ org, options }) => {
    const [user] = await org.query(`SELECT IsActive FROM User WHERE Username = ${quoted(options.connector)}`);
    return doneIf(
      user?.['IsActive'] === true,
      `create the user ${options.connector}: licence Salesforce Integration, profile Minimum Access - API Only Integrations.`,
    );
  },
};

const deployPackage: SetupStep = {
  title: 'Compile and deploy the package, with where outbound messages go',
  check: async ({ org }) => {
    const found = await org.query(`SELECT Name FROM PermissionSet WHERE Name IN (${SETS.map(quoted).join(', ')})`);
    return doneIf(found.length === SETS.length, 'the package is not in the org; start again without --check.');
  },
  mend: ({ org, options }) =>
    deploy(org, ['force-app/main', 'force-app/org'], {
      CONNECTOR_ENDPOINT: options.endpoint,
      OUTBOUND_USERNAME: options.connector,
    }),
};

/** An org that has the package gets the newest one all the same. */
export const deployAgain: SetupStep = { ...deployPackage, check: deployOnce() };

export const clientApp: SetupStep = {
  title: "The connector's External Client App",
  check: async ({ org, options }) => {
    const app = await org.retrieve(`ExternalClientApplication:${APP}`);
    if (!app.includes('<ExternalClientApplication'))
      return { state: 'open', words: 'it is not in the org; start again with --certificate and --contact-email.' };
    return consumerKey(options);
  },
  mend: async ({ org, options }) => {
    if (!options.certificate) return;
    const CONNECTOR_CERTIFICATE = bodyOf(await readCertificate(options.certificate));
    await deploy(org, ['force-app/app'], {
      CONNECTOR_CERTIFICATE,
      CONNECTOR_CONTACT_EMAIL: options.contactEmail ?? '',
    });
  },
};

/** Salesforce shows the key to a person only. */
function consumerKey({ certificate }: SetupOptions): Finding {
  const words = certificate
    ? 'in Setup, External Client App Manager, Background Check Connector, Settings, OAuth Settings, reveal the consumer key and give it to the connector as SALESFORCE_CLIENT_ID.'
    : 'no --certificate was given, so the app is as you left it: its consumer key is SALESFORCE_CLIENT_ID.';
  return { state: 'unsure', words };
}

async function deploy(org: Setup['org'], folders: string[], env: Record<string, string>): Promise<void> {
  const project = await stageProject();
  try {
    const sources = folders.flatMap((folder) => ['--source-dir', folder]);
    await org.run(['project', 'deploy', 'start', ...sources], { env, folder: project.folder });
  } finally {
    await project.remove();
  }
}

/** The first look asks for a deployment, unless nothing may be changed; the second one looks. */
function deployOnce(): SetupStep['check'] {
  let isDeployed = false;
  return (setup) => {
    if (isDeployed || setup.options.checkOnly) return deployPackage.check(setup);
    isDeployed = true;
    return Promise.resolve({ state: 'open', words: 'the package has not been deployed in this run.' });
  };
}

async function readCertificate(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new Problem(`--certificate ${file} cannot be read.`);
  });
}

/** Salesforce takes the certificate without its first and last line. */
function bodyOf(pem: string): string {
  const body = /-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/.exec(pem)?.[1]?.replaceAll(/\s/g, '');
  if (!body) throw new Problem('--certificate is no certificate in PEM format; it begins with BEGIN CERTIFICATE.');
  return body;
}
