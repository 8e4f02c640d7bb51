import type { ScreeningType } from '../screenings/screening-types.ts';

/** A package as Checkr shows it; `price` in US cents. */
export interface Package {
  id: string;
  object: 'package';
  uri: string;
  apply_url: string;
  created_at: string;
  deleted_at: string | null;
  name: string;
  slug: string;
  price: number;
  screenings: { type: ScreeningType; subtype: string | null }[];
}

/** The part of a package that an order is made of. */
export type OrderedPackage = Pick<Package, 'slug' | 'screenings'>;
