import { z } from 'zod';
import { ATS_OUTCOMES, ATS_RESULT_WORDS, type AtsAccount, type AtsOutcome } from './domain/ats-account.ts';
import { isCallbackHost } from './domain/callback-address.ts';
import { faultsOf, list, ownVariables, prefixOf, sayingWhatIsUnset, type Variables } from './variables.ts';

/** One account of an applicant tracking system with its secrets. */
export interface AtsAccountConfig {
  account: AtsAccount;
  /** Made by `npm run ats:secret`; two while one is being rotated out. */
  secretHashes: string[];
  /** `whsec_…`; every one signs, so that the receiver may change over when it likes. */
  signingSecrets: string[];
  /** Whether callbacks may go to private addresses: for a demo on one machine, never in a live connection. */
  allowsPrivateCallbacks: boolean;
}

const HASH = /^scrypt:\d+:\d+:\d+:[\w-]{16,}:[\w-]{43}$/;

const variablesSchema = z.object({
  ATS_ACCOUNT_ID: z.string().regex(/^[\w.@-]{1,64}$/, 'must be 1 to 64 letters, digits or . _ - @'),
  ATS_SECRET_HASHES: list.pipe(
    z
      .array(z.string().regex(HASH, 'each must be made by "npm run ats:secret"'))
      .min(1, 'at least one, made by "npm run ats:secret"')
      .max(2, 'at most two: the new one and the one being rotated out'),
  ),
  ATS_SIGNING_SECRETS: list.pipe(
    z
      .array(z.string().regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/, 'each must be whsec_ and 24 or more bytes in base64'))
      .min(1, 'at least one, made by "npm run ats:secret"')
      .max(2, 'at most two: the new one and the one being rotated out'),
  ),
  ATS_COMPANY: z.string().max(255),
  ATS_OWNER: z
    .string()
    .regex(/^(005[A-Za-z0-9]{12}([A-Za-z0-9]{3})?|[^\s@]+@[^\s@]+)$/, 'must be a username or a user id'),
  ATS_CALLBACK_HOSTS: list.pipe(
    z
      .array(z.string().refine(isCallbackHost, 'each must be a host, host:port or .domain, in small letters'))
      .min(1, 'at least one'),
  ),
  /** `cleared=Pass,adverse=Fail`; an outcome without a word is not told. */
  ATS_RESULT_WORDS: list
    .pipe(
      z.array(z.string().regex(/^[a-z-]+=.{0,40}$/, 'each must be outcome=word, the word of at most 40 characters')),
    )
    .default([]),
  ATS_ALLOW_PRIVATE_CALLBACKS: z.stringbool().default(false),
});

/** The names of an account's variables, without prefix. */
export const atsVariables: readonly string[] = ['ATS_ACCOUNTS', ...Object.keys(variablesSchema.shape)];

type Connection = { name: string; mode: 'live' | 'test' };

/**
 * The accounts of one connection: none, one, or those ATS_ACCOUNTS names, each one's variables then beginning with its name.
 * @param variables the connection's own, its prefix already removed.
 */
export function atsAccounts(
  variables: Variables,
  connection: Connection,
): { accounts: AtsAccountConfig[]; faults: string[] } {
  const names = list.parse(variables['ATS_ACCOUNTS'] ?? '');
  const prefixes = names.length > 0 ? names.map(prefixOf) : variables['ATS_ACCOUNT_ID'] ? [''] : [];
  const parsed = prefixes.map((prefix) => ({
    prefix,
    result: accountSchema(connection).safeParse(ownVariables(variables, prefix), sayingWhatIsUnset),
  }));
  return {
    accounts: parsed.flatMap(({ result }) => (result.success ? [result.data] : [])),
    faults: parsed.flatMap(({ prefix, result }) => faultsOf(result.error, prefix)),
  };
}

function accountSchema({ name, mode }: Connection) {
  return variablesSchema.transform((variables, context): AtsAccountConfig => {
    const refuse = (variable: keyof Variables & string, message: string) =>
      context.addIssue({ code: 'custom', path: [variable], message });
    if (variables.ATS_ALLOW_PRIVATE_CALLBACKS && mode === 'live')
      refuse('ATS_ALLOW_PRIVATE_CALLBACKS', 'must not be set for a live connection');
    const { words, problem } = resultWords(variables.ATS_RESULT_WORDS);
    if (problem) refuse('ATS_RESULT_WORDS', problem);
    return {
      account: {
        id: variables.ATS_ACCOUNT_ID,
        connection: name,
        company: variables.ATS_COMPANY,
        owner: variables.ATS_OWNER,
        callbackHosts: variables.ATS_CALLBACK_HOSTS,
        resultWords: words,
      },
      secretHashes: variables.ATS_SECRET_HASHES,
      signingSecrets: variables.ATS_SIGNING_SECRETS,
      allowsPrivateCallbacks: variables.ATS_ALLOW_PRIVATE_CALLBACKS,
    };
  });
}

/** Nothing but cleared may be told in the word for cleared. */
function resultWords(pairs: string[]): { words: Record<AtsOutcome, string>; problem: string | null } {
  const given = pairs.map(
    (pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1).trim()] as const,
  );
  const words = { ...ATS_RESULT_WORDS, ...Object.fromEntries(given) };
  const unknown = given.find(([outcome]) => !ATS_OUTCOMES.includes(outcome as AtsOutcome));
  if (unknown) return { words, problem: `"${unknown[0]}" is none of ${ATS_OUTCOMES.join(', ')}` };
  const pass = words.cleared.toLowerCase();
  const passing = ATS_OUTCOMES.find((outcome) => outcome !== 'cleared' && words[outcome].toLowerCase() === pass);
  return {
    words,
    problem: passing && pass ? `"${words.cleared}" means cleared and must not be told for ${passing}` : null,
  };
}
