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

/** `URL` has already written decimal, octal and hexadecimal addresses out, and names in lower case. */
function isListed(url: URL, listed: string): boolean {
  const host = listed.toLowerCase();
  if (!host.startsWith('.')) return url.host === host;
  return url.port === '' && url.hostname.endsWith(host) && url.hostname.length > host.length;
}
