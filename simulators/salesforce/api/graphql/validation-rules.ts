import {
  FieldsOnCorrectTypeRule,
  GraphQLError,
  KnownArgumentNamesRule,
  specifiedRules,
  type ASTVisitor,
  type FieldNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** GraphQL's own rules, with unknown fields and arguments worded as Salesforce words them. */
export const validationRules: ValidationRule[] = [
  ...specifiedRules.filter((rule) => rule !== FieldsOnCorrectTypeRule && rule !== KnownArgumentNamesRule),
  knownNames,
];

function knownNames(context: ValidationContext): ASTVisitor {
  return {
    Field(...[node, , , , ancestors]) {
      const parent = context.getParentType();
      if (!parent) return;
      const place = placeOf([...ancestors, node]);
      const name = node.name.value;
      if (!context.getFieldDef()) {
        report(context, node, `FieldUndefined: Field '${name}' in type '${parent.name}' is undefined @ '${place}'`);
        return;
      }
      const known = new Set(context.getFieldDef()?.args.map((argument) => argument.name));
      const unknown = node.arguments?.filter((argument) => !known.has(argument.name.value)) ?? [];
      for (const argument of unknown) {
        report(context, node, `UnknownArgument: Unknown field argument ${argument.name.value} @ '${place}'`);
      }
    },
  };
}

function report(context: ValidationContext, node: FieldNode, text: string): void {
  context.reportError(new GraphQLError(`Validation error of type ${text}`, { nodes: [node] }));
}

/** Path of field names: `uiapi/query/Lead/edges/node/Foo`. */
function placeOf(ancestors: readonly unknown[]): string {
  return ancestors
    .filter((ancestor): ancestor is FieldNode => (ancestor as Partial<FieldNode>).kind === 'Field')
    .map((field) => field.name.value)
    .join('/');
}
