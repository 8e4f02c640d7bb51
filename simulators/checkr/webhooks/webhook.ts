/** A webhook of the account, as Checkr shows it. */
export interface Webhook {
  id: string;
  object: 'webhook';
  uri: string;
  account_id: string;
  application_id: null;
  include_object: boolean;
  webhook_url: string;
  created_at: string;
  deleted_at: string | null;
}
