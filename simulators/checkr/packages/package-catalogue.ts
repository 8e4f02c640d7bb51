import type { ScreeningType } from '../screenings/screening-types.ts';
import type { Package } from './package.ts';

type Entry = Pick<Package, 'name' | 'slug' | 'price' | 'screenings'>;
type Item = Package['screenings'][number];

const item = (type: ScreeningType, subtype: string | null = null): Item => ({ type, subtype });
const trace = item('ssn_trace');
const sexOffender = item('sex_offender_search');
const watchlist = item('global_watchlist_search');
const national = item('national_criminal_search', 'standard');
const countyNow = item('county_criminal_search', 'current');
const county = item('county_criminal_search', '7years');
const federal = item('federal_criminal_search');
const state = item('state_criminal_search');
const driving = item('motor_vehicle_report');
const basic = [trace, sexOffender, watchlist, national];
const abroad = [
  item('international_criminal_search'),
  item('international_global_watchlist_search'),
  item('international_adverse_media_search'),
];

/** What the simulated account may order. Some slugs follow published examples; contents and prices are invented. */
export const PACKAGE_CATALOGUE: Entry[] = [
  { name: 'Tasker Standard', slug: 'tasker_standard', price: 3500, screenings: basic },
  { name: 'Tasker Pro', slug: 'tasker_pro', price: 5500, screenings: [...basic, countyNow] },
  { name: 'Driver Standard', slug: 'driver_standard', price: 4500, screenings: [...basic, driving] },
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
    screenings: [...basic, county, state, federal],
  },
  { name: 'Motor Vehicle Report', slug: 'motor_vehicle_report', price: 1500, screenings: [driving] },
  {
    name: 'Driver with Drug Screening',
    slug: 'driver_drug',
    price: 9500,
    screenings: [trace, national, driving, item('drug_screening'), item('drug_alcohol_clearinghouse')],
  },
  {
    name: 'Care Professional',
    slug: 'care_professional',
    price: 12_500,
    screenings: [
      ...basic,
      county,
      item('facis_search', '3'),
      item('professional_license_verification'),
      item('personal_reference_verification'),
      item('professional_reference_verification'),
    ],
  },
  {
    name: 'Executive',
    slug: 'executive',
    price: 16_000,
    screenings: [
      ...basic,
      county,
      item('federal_district_criminal_search'),
      item('federal_civil_search'),
      item('federal_district_civil_search'),
    ],
  },
  {
    name: 'Professional with History',
    slug: 'professional_history',
    price: 14_000,
    screenings: [...basic, county, item('education_verification'), item('employment_verification')],
  },
  { name: 'International Basic+', slug: 'international_basic_plus', price: 4900, screenings: abroad },
  {
    name: 'International Professional',
    slug: 'international_professional',
    price: 17_500,
    screenings: [
      ...abroad,
      item('international_education_verification'),
      item('international_employment_verification'),
      item('international_identity_document_validation'),
    ],
  },
];

/** What a continuous check orders by itself; nobody else can, and no list shows it. */
export const CONTINUOUS_PACKAGES: Entry[] = [
  { name: 'Continuous Check', slug: 'continuous_check', price: 0, screenings: [county] },
  { name: 'Continuous MVR', slug: 'continuous_mvr', price: 0, screenings: [driving] },
];
