import type { FieldType, FieldValue } from '../../model.ts';
import type { FlowDefinition, FlowResource } from '../flow-definition.ts';
import { single, type FlowValue } from '../flow-value.ts';
import { ScreenFlowError } from './screen-flow-error.ts';

type Variable = FlowResource & { kind: 'variable' };

/**
 * What a flow is started with, as flow values: plain values or lists of them. Texts as in an address are read as the
 * variable's type; a text for a list is split at its commas. @throws ScreenFlowError naming an input that is not there or does not fit.
 */
export function inputValues(flow: FlowDefinition, inputs: Readonly<Record<string, unknown>>): Map<string, FlowValue> {
  return new Map(
    Object.entries(inputs).map(([name, given]) => {
      const resource = flow.resources.get(name);
      if (resource?.kind !== 'variable' || !resource.isInput)
        throw new ScreenFlowError(`${flow.name} has no input variable ${name} for plain values`);
      return [name, inputValue(name, resource, given)];
    }),
  );
}

function inputValue(name: string, variable: Variable, given: unknown): FlowValue {
  if (!variable.isCollection) return single(variable.type, plainValue(name, variable.type, given));
  const list: unknown = typeof given === 'string' ? given.split(',').filter(Boolean) : given;
  if (!Array.isArray(list)) throw new ScreenFlowError(`input ${name} is a list`);
  return {
    kind: 'collection',
    items: list.map((item) => single(variable.type, plainValue(name, variable.type, item))),
  };
}

function plainValue(name: string, type: FieldType, given: unknown): FieldValue {
  if (given === null || typeof given === 'number' || typeof given === 'boolean') return given;
  if (typeof given !== 'string') throw new ScreenFlowError(`input ${name} holds something that is no plain value`);
  if (type === 'Checkbox') return given === 'true';
  return type === 'Number' || type === 'Currency' ? Number(given) : given;
}
