/** The person an applicant tracking system orders a check of. Personal data: lives in memory for one request. */
export interface AtsApplicant {
  firstName: string;
  lastName: string;
  email: string;
  phone: string | null;
  street: string | null;
  city: string | null;
  state: string | null;
  postalCode: string | null;
}

/** An order as an applicant tracking system sent it, checked for shape alone. */
export interface AtsOrder {
  /** The system's own id of the check; with the account it names the order for ever. */
  backgroundCheckId: string;
  packageId: string;
  addOnIds: readonly string[];
  webhookUrl: string;
  applicant: AtsApplicant;
  /** SHA-256 of everything the order says, in hex: the same for the same order sent again. */
  hash: string;
}

/** An order that is a check in the org. */
export interface PlacedAtsOrder {
  checkId: string;
  /** Number of the check, `BC-000042`: what both sides call it. */
  trackingId: string;
  hash: string;
}

/** A package as an applicant tracking system is offered it. */
export interface OfferedPackage {
  slug: string;
  name: string;
  /** Decimal: `29.99`. */
  price: string | null;
  description: string | null;
  screenings: readonly string[];
  isAddOn: boolean;
}

/** The key that makes an order one check: no account id holds a colon. */
export function atsOrderKey(accountId: string, backgroundCheckId: string): string {
  return `${accountId}:${backgroundCheckId}`;
}
