// prettier-ignore
const CODES_BY_NAME: Readonly<Record<string, string>> = {
  alabama: 'AL', alaska: 'AK', arizona: 'AZ', arkansas: 'AR', california: 'CA', colorado: 'CO', connecticut: 'CT',
  delaware: 'DE', 'district of columbia': 'DC', florida: 'FL', georgia: 'GA', hawaii: 'HI', idaho: 'ID',
  illinois: 'IL', indiana: 'IN', iowa: 'IA', kansas: 'KS', kentucky: 'KY', louisiana: 'LA', maine: 'ME',
  maryland: 'MD', massachusetts: 'MA', michigan: 'MI', minnesota: 'MN', mississippi: 'MS', missouri: 'MO',
  montana: 'MT', nebraska: 'NE', nevada: 'NV', 'new hampshire': 'NH', 'new jersey': 'NJ', 'new mexico': 'NM',
  'new york': 'NY', 'north carolina': 'NC', 'north dakota': 'ND', ohio: 'OH', oklahoma: 'OK', oregon: 'OR',
  pennsylvania: 'PA', 'puerto rico': 'PR', 'rhode island': 'RI', 'south carolina': 'SC', 'south dakota': 'SD',
  tennessee: 'TN', texas: 'TX', utah: 'UT', vermont: 'VT', virginia: 'VA', washington: 'WA',
  'west virginia': 'WV', wisconsin: 'WI', wyoming: 'WY', guam: 'GU', 'american samoa': 'AS',
  'northern mariana islands': 'MP', 'u.s. virgin islands': 'VI', 'virgin islands': 'VI',
};
const CODES = new Set(Object.values(CODES_BY_NAME));

/** Postal code of a US state, district or territory written as a code or a name; null when it is neither. */
export function usStateCode(state: string | null): string | null {
  const text = state?.trim() ?? '';
  if (CODES.has(text.toUpperCase())) return text.toUpperCase();
  return CODES_BY_NAME[text.toLowerCase().replace(/\s+/g, ' ')] ?? null;
}
