const CODES =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR ' +
  'PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI AS MP';

/** Two-letter codes of the states, the district and the territories. */
export const US_STATES: ReadonlySet<string> = new Set(CODES.split(' '));
