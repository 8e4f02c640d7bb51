export type ToastVariant = 'info' | 'success' | 'warning' | 'error';

export interface ToastOptions {
  title: string;
  message?: string;
  variant?: ToastVariant;
  mode?: 'dismissible' | 'pester' | 'sticky';
  /** Values for `{0}`, `{1}` … in the message; one with a url becomes a link. */
  messageData?: (string | { url: string; label: string })[];
}

/** Name of the event the page listens for. */
export const ShowToastEventName = 'lightning__showtoast';

/** Asks the page to show a short message. */
export class ShowToastEvent extends CustomEvent<ToastOptions> {
  constructor(options: ToastOptions) {
    super(ShowToastEventName, { bubbles: true, composed: true, cancelable: true, detail: options });
  }
}
