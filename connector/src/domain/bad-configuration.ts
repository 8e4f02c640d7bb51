/** The environment cannot be worked with; every fault is named at once, none quotes a secret. */
export class BadConfiguration extends Error {
  override readonly name = 'BadConfiguration';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`Bad configuration:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}
