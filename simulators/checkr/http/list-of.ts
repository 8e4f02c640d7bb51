/** Checkr's envelope of a list that does not come in pages. */
export function listOf(data: object[]): { data: object[]; object: 'list'; count: number } {
  return { data, object: 'list', count: data.length };
}
