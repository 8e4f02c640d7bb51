import { LightningElement } from 'lwc';
import { ShowToastEventName, type ToastOptions } from 'lightning/platformShowToastEvent';

interface Toast {
  key: number;
  title: string;
  message: string;
  variant: string;
  className: string;
  iconName: string;
}

const SECONDS_SHOWN = 8;

/** Shows what components announce by ShowToastEvent; sticky ones stay until they are closed. */
export default class Toasts extends LightningElement {
  toasts: Toast[] = [];
  private nextKey = 0;
  private readonly listener = (event: Event): void => this.show((event as CustomEvent<ToastOptions>).detail);

  connectedCallback(): void {
    window.addEventListener(ShowToastEventName, this.listener);
  }

  disconnectedCallback(): void {
    window.removeEventListener(ShowToastEventName, this.listener);
  }

  handleClose(event: Event): void {
    this.close(Number((event.currentTarget as HTMLElement).dataset['key']));
  }

  private show(options: ToastOptions): void {
    const toast = toastOf(options, this.nextKey++);
    this.toasts = [...this.toasts, toast];
    // A page does forget its toasts after a while, unless they are to stay.
    if (options.mode !== 'sticky') setTimeout(() => this.close(toast.key), SECONDS_SHOWN * 1000);
  }

  private close(key: number): void {
    this.toasts = this.toasts.filter((toast) => toast.key !== key);
  }
}

function toastOf({ title, message = '', variant = 'info', messageData = [] }: ToastOptions, key: number): Toast {
  const text = message.replace(/\{(\d+)\}/g, (_, at: string) => {
    const value = messageData[Number(at)];
    return typeof value === 'object' ? value.label : (value ?? '');
  });
  const className = `slds-notify slds-notify_toast slds-theme_${variant}`;
  return { key, title, message: text, variant, className, iconName: `utility:${variant}` };
}
