import type { SaveError } from '../save-model.ts';

/** An element failed; a fault connector may catch it. The message is what `$Flow.FaultMessage` holds. */
export class FlowFault extends Error {
  override readonly name = 'FlowFault';
}

/** A custom error element: the save is refused with these words. */
export class CustomErrorRaised extends Error {
  override readonly name = 'CustomErrorRaised';
  readonly field: string | undefined;

  constructor(message: string, field: string | undefined) {
    super(message);
    this.field = field;
  }
}

/** The fault of an element whose write was refused. */
export function writeFault(verb: 'create' | 'update' | 'delete', error: SaveError): FlowFault {
  return new FlowFault(faultText(verb, `${error.statusCode}: ${error.message}`));
}

function faultText(verb: string, reason: string): string {
  const code = 'You can look up ExceptionCode values in the SOAP API Developer Guide.';
  return `This error occurred when the flow tried to ${verb} records: ${reason}. ${code}`;
}

const VERBS: Record<string, string> = { lookup: 'look up', create: 'create', update: 'update', delete: 'delete' };

/** The fault of an element that was told to fail, worded as the platform words such a failure. */
export function toldFault(kind: string, words: string): FlowFault {
  const verb = VERBS[kind];
  return new FlowFault(verb === undefined ? words : faultText(verb, words));
}

/** What the row's sender is told when an interview stops without a fault path. */
export function saveErrorFrom(error: unknown, flowLabel: string): SaveError {
  if (error instanceof CustomErrorRaised) {
    const fields = error.field === undefined ? [] : [error.field];
    return { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: error.message, fields };
  }
  const details = error instanceof Error ? error.message : String(error);
  const message = `We can't save this record because the “${flowLabel}” process failed. Give your Salesforce admin these details. ${details}`;
  return { statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER', message, fields: [] };
}
