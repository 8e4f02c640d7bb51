/** A job this program cannot read: another deploy, newer or older, put it into the queue both work from. */
export class UnknownJob extends Error {
  override readonly name = 'UnknownJob';
}
