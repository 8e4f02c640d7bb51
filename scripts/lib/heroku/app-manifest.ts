import { readEnvExample, type ExampleVariable } from './env-example.ts';

/** What Heroku sets itself, or what only matters elsewhere. */
const NOT_ASKED = ['PORT', 'HOST', 'REDIS_URL', 'REDIS_TLS_URL', 'DYNO', 'HEROKU_PR_NUMBER', 'PROXY_HOPS'];
/** Without these no process starts. */
const REQUIRED = [
  'SALESFORCE_LOGIN_URL',
  'SALESFORCE_ORG_ID',
  'SALESFORCE_USERNAME',
  'SALESFORCE_CLIENT_ID',
  'CHECKR_API_KEYS',
  'CHECKR_MODE',
];
/** Secrets only this app knows: Heroku makes them up. */
const MADE_UP = ['OUTBOUND_SECRETS', 'METRICS_TOKEN'];

/** A review app orders from Checkr's staging or not at all; the connector itself refuses live mode there. */
const REVIEW_ENV = { CHECKR_MODE: 'test', CHECKR_URL: 'https://api.checkr-staging.com/v1', LOG_LEVEL: 'debug' };

/** Read by Heroku's buildpack, not by the connector. */
const FOR_THE_BUILD = {
  NPM_CONFIG_PRODUCTION: { description: 'Only what runs is installed', required: false, value: 'true' },
};

/** The content of `app.json`, made of `.env.example`: one text explains a variable, wherever it is asked for. */
export function appManifest(envExample: string): object {
  const asked = readEnvExample(envExample).filter(({ name }) => !NOT_ASKED.includes(name));
  return {
    name: 'Background checks for Salesforce',
    description:
      'The connector between background checks in Salesforce and Checkr. See README.md for the package in Salesforce.',
    keywords: ['salesforce', 'checkr', 'background checks'],
    stack: 'heroku-24',
    buildpacks: [{ url: 'heroku/nodejs' }],
    addons: [{ plan: 'heroku-redis:mini', as: 'REDIS' }],
    formation: { web: { quantity: 1, size: 'basic' }, worker: { quantity: 1, size: 'basic' } },
    env: { ...Object.fromEntries(asked.map((variable) => [variable.name, promptOf(variable)])), ...FOR_THE_BUILD },
    environments: { review: { addons: [{ plan: 'heroku-redis:mini', as: 'REDIS' }], env: REVIEW_ENV } },
  };
}

function promptOf({ name, value, description }: ExampleVariable): object {
  if (MADE_UP.includes(name)) return { description, generator: 'secret' };
  return { description, required: REQUIRED.includes(name), ...(value ? { value } : {}) };
}
