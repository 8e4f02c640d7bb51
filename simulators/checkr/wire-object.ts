/** An object as the API shows it and as events carry it. */
export interface WireObject {
  id: string;
  object: string;
  uri: string;
  [field: string]: unknown;
}
