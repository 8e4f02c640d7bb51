import type { Package } from './package.ts';

const trace = { type: 'ssn_trace', subtype: null } as const;
const sexOffender = { type: 'sex_offender_search', subtype: null } as const;
const watchlist = { type: 'global_watchlist_search', subtype: null } as const;
const national = { type: 'national_criminal_search', subtype: 'standard' } as const;
const countyNow = { type: 'county_criminal_search', subtype: 'current' } as const;
const county = { type: 'county_criminal_search', subtype: '7years' } as const;
const federal = { type: 'federal_criminal_search', subtype: null } as const;
const state = { type: 'state_criminal_search', subtype: null } as const;
const driving = { type: 'motor_vehicle_report', subtype: null } as const;

/** What the simulated account may order. Slugs follow published examples; contents and prices are invented. */
export const PACKAGE_CATALOGUE: Pick<Package, 'name' | 'slug' | 'price' | 'screenings'>[] = [
  {
    name: 'Tasker Standard',
    slug: 'tasker_standard',
    price: 3500,
    screenings: [trace, sexOffender, watchlist, national],
  },
  {
    name: 'Tasker Pro',
    slug: 'tasker_pro',
    price: 5500,
    screenings: [trace, sexOffender, watchlist, national, countyNow],
  },
  {
    name: 'Driver Standard',
    slug: 'driver_standard',
    price: 4500,
    screenings: [trace, sexOffender, watchlist, national, driving],
  },
  {
    name: 'Driver Pro',
    slug: 'driver_pro',
    price: 6500,
    screenings: [trace, county, national, sexOffender, watchlist, driving],
  },
  {
    name: 'Professional Criminal',
    slug: 'checkrdirect_professional_criminal',
    price: 8000,
    screenings: [trace, sexOffender, watchlist, national, county, state, federal],
  },
  { name: 'Motor Vehicle Report', slug: 'motor_vehicle_report', price: 1500, screenings: [driving] },
];
