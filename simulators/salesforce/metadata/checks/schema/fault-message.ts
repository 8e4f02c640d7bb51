const NAMESPACE = '{http://soap.sforce.com/2006/04/metadata}';

/**
 * A complaint of the schema validator as the Metadata API words it.
 * @param known the elements of the type the faulty one stands in, in their order.
 */
export function faultMessage(complaint: string, known: string[], type = ''): string {
  const plain = complaint.replaceAll(NAMESPACE, '');
  const name = /^Element '([^']+)'/.exec(plain)?.[1] ?? '';
  const expected = /Expected is (?:one of )?\( ([^)]*) \)/.exec(plain)?.[1]?.split(', ') ?? [];
  if (plain.includes('Missing child element')) return `Required field is missing: ${expected.join(' or ')}`;
  if (plain.includes('This element is not expected')) {
    if (!known.includes(name))
      return `Error parsing file: Element ${NAMESPACE}${name} invalid at this location in type ${type}`;
    if (expected.length === 1) return `Required field is missing: ${expected.join('')}`;
    return `Error parsing file: Element ${name} is out of order or duplicated at this location in type ${type}`;
  }
  const value = /value '([^']*)' is not an element of the set/.exec(plain)?.[1];
  if (value !== undefined) return `Error parsing file: '${value}' is not a valid value for the enum of ${name}`;
  return `Error parsing file: ${plain}`;
}
