import { callOrg, type FetchError } from 'page/http';

export interface ObjectInfoConfig {
  objectApiName?: string | { objectApiName: string } | undefined;
}

export interface ObjectInfoResult {
  data: object | undefined;
  error: FetchError | undefined;
}

/** Asked once for each page: what an object is does not change meanwhile. */
const answers = new Map<string, Promise<ObjectInfoResult>>();

/** Wire adapter: the object as this user may use it. */
export class getObjectInfo {
  private readonly emit: (result: ObjectInfoResult) => void;
  private asked: string | undefined;

  constructor(emit: (result: ObjectInfoResult) => void) {
    this.emit = emit;
    emit({ data: undefined, error: undefined });
  }

  connect(): void {
    // An answer never has to be taken back.
  }

  disconnect(): void {
    this.asked = undefined;
  }

  update({ objectApiName }: ObjectInfoConfig): void {
    const name = typeof objectApiName === 'string' ? objectApiName : objectApiName?.objectApiName;
    if (name !== undefined && name !== this.asked) void this.provide(name);
  }

  private async provide(name: string): Promise<void> {
    this.asked = name;
    const answer = answers.get(name) ?? ask(name);
    answers.set(name, answer);
    const result = await answer;
    if (this.asked === name) this.emit(result);
  }
}

async function ask(name: string): Promise<ObjectInfoResult> {
  try {
    return { data: await callOrg<object>('GET', `/ui-api/object-info/${name}`), error: undefined };
  } catch (error) {
    return { data: undefined, error: error as FetchError };
  }
}
