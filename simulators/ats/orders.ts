import { randomUUID } from 'node:crypto';

/** An order as an applicant tracking system sends it. */
export type Order = Record<string, unknown>;

/** An order of somebody invented, with everything a system may say. What is given replaces it, the applicant's parts one by one. */
export function makeOrder(given: Order, fixed: { account_id: string; webhook_url: string }): Order {
  const id = randomUUID().slice(0, 8);
  const applicant = {
    ...{ id: `applicant-${id}`, first_name: 'John', last_name: 'Doe', phone: '888-555-1234' },
    ...{ email: `john.doe.${id}@example.org`, address: '123 Main St.', address_2: 'Apt. 1' },
    ...{ city: 'Springfield', state: 'IL', zip: '62701' },
  };
  return {
    ...fixed,
    hiring_manager_user_id: '67890',
    background_check_id: id,
    package_id: 'tasker_standard',
    add_on_package_ids: [],
    hiring_manager: { id: '67890', first_name: 'Jill', last_name: 'Smith', email: 'jill.smith@example.org' },
    job: { id: `job-${id}` },
    ...given,
    applicant: { ...applicant, ...(given['applicant'] as object | undefined) },
  };
}

/** Ways to spoil an order on its way, by name. */
export const garblings: Record<string, (text: string) => { text: string; headers?: Record<string, string> }> = {
  'single-quotes': (text) => ({ text: text.replaceAll('"', "'") }),
  truncated: (text) => ({ text: text.slice(0, -20) }),
  empty: () => ({ text: '' }),
  'not-an-object': () => ({ text: '"order"' }),
  'form-encoded': (text) => ({
    text: new URLSearchParams({ order: text }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }),
  huge: (text) => ({ text: text.replace('{', `{"padding":"${'x'.repeat(200_000)}",`) }),
  'without-email': (text) => ({ text: JSON.stringify(withoutEmail(JSON.parse(text) as Order)) }),
  'other-applicant': (text) => ({ text: text.replace('"first_name":"John"', '"first_name":"Joan"') }),
  'other-account': (text) => ({ text: text.replace(/"account_id":"[^"]*"/, '"account_id":"somebody-else"') }),
};

function withoutEmail(order: Order): Order {
  const { email: _, ...applicant } = order['applicant'] as Order;
  return { ...order, applicant };
}
