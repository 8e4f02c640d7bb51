/** An invented person with all that a report of any package needs; `ssn` chooses the outcome. */
export function person(ssn = '111-11-2001'): Record<string, unknown> {
  return {
    email: 'robin.sample@example.org',
    first_name: 'Robin',
    no_middle_name: true,
    last_name: 'Sample',
    dob: '1990-02-03',
    ssn,
    zipcode: '90401',
    driver_license_number: 'F1112001',
    driver_license_state: 'CA',
  };
}

/** The same person's answers on the apply page of a package without driving record. */
export function application(ssn = '111-11-2001'): Record<string, unknown> {
  const { email: _email, driver_license_number: _number, driver_license_state: _state, ...answers } = person(ssn);
  return { ...answers, consent: true };
}
