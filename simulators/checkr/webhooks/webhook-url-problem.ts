const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Says why a webhook cannot have that URL; null when it can. HTTPS goes anywhere; plain HTTP, which Checkr refuses,
 * goes to this machine, because a simulator is there to be run beside what it calls.
 */
export function webhookUrlProblem(text: string): string | null {
  const url = URL.parse(text);
  if (url?.protocol === 'sns:') return 'This simulator has no SNS';
  const isGood = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
  return isGood ? null : 'Url is not valid. Please use a publicly available host and the HTTPS or SNS protocol.';
}
