import type { Applicant } from './people.ts';

/** The newest check of a Lead as somebody sees it. */
export interface ShownCheck {
  status: string;
  /** The words that stand out: `Cleared`, `Review Required`. */
  badges: string[];
}

/** Somebody at work on one Lead: in a browser, or through the UI API where there is none. */
export interface Requester {
  openLead(leadId: string): Promise<void>;
  /** @throws Problem with the words of the refusal. */
  requestByButton(packageName: string): Promise<void>;
  /** Edits the Lead, sets Request Background Check, saves. @throws Problem with the words of the refusal. */
  saveCheckbox(isTicked: boolean): Promise<void>;
  /** Undefined while no check is shown. */
  shownCheck(): Promise<ShownCheck | undefined>;
  /** Follows the record's link to Checkr's form, fills it in and submits it. */
  applyAs(applicant: Applicant): Promise<void>;
  /** Keeps what is seen now; does nothing where nothing is seen. */
  takePicture(name: string): Promise<void>;
  close(): Promise<void>;
}
