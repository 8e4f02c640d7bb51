/** Longest address the record takes. */
export const CALLBACK_ADDRESS_LENGTH = 255;

/**
 * Why a callback must not go to this address, or null when it may: https to a host the account lists, on the port it
 * lists (443 where none is), with no login in it. Where the host's name leads is looked at when connecting.
 */
export function callbackAddressProblem(address: string, hosts: readonly string[]): string | null {
  const url = URL.parse(address);
  if (!url || address.length > CALLBACK_ADDRESS_LENGTH)
    return `must be an https address of at most ${CALLBACK_ADDRESS_LENGTH} characters`;
  if (url.protocol !== 'https:') return 'must begin with https://';
  if (url.username || url.password) return 'must not hold a login';
  if (!hosts.some((listed) => isListed(url, listed)))
    return 'is at a host or port that is not on the list of this account; ask the provider to add it';
  return null;
}

const NAME = '[a-z0-9]([a-z0-9.-]*[a-z0-9])?';
const LISTED = new RegExp(`^(\\.${NAME}|${NAME}(:\\d{1,5})?)$`);

/** Whether this may stand in an account's list: `host`, `host:port`, or `.domain` for every host below it. */
export function isCallbackHost(listed: string): boolean {
  return LISTED.test(listed) && URL.canParse(`https://${listed.replace(/^\./, '')}`);
}

/** `URL` writes decimal, octal and hexadecimal addresses out, names in lower case, and leaves port 443 away. */
function isListed(url: URL, listed: string): boolean {
  const host = listed.toLowerCase();
  if (!host.startsWith('.')) return url.host === URL.parse(`https://${host}`)?.host;
  return url.port === '' && url.hostname.endsWith(host) && url.hostname.length > host.length;
}
