import type { VendorFormat } from '../domain/vendor-result.ts';
import { neutralFormat } from './neutral.ts';

/** Every format a vendor may send, by the name VENDOR_FORMAT gives it. A vendor with a format of its own adds a file and a line. */
export const VENDOR_FORMATS = { neutral: neutralFormat } as const satisfies Record<string, VendorFormat>;

export type VendorFormatName = keyof typeof VENDOR_FORMATS;
export const VENDOR_FORMAT_NAMES = Object.keys(VENDOR_FORMATS) as [VendorFormatName, ...VendorFormatName[]];
