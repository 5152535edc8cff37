import { type ASTNode, type DocumentNode, type GraphQLError, type GraphQLSchema, getLocation, Kind, visit } from 'graphql';
import { type RequestError, requestError } from '../request/request-error.ts';
import { violationOf } from './violations.ts';
import { wrongValue } from './wrong-value.ts';

/**
 * What AppSync would say of violations: `Validation error of type <Type>: <text> @ 'field/path'`, one error each. Of an
 * argument, or of a variable's default value, it names the first fault only, where graphql-js names them all.
 * @see docs/aws-behaviour/appsync.md#appsync.errors.validation
 */
export function validationErrors(schema: GraphQLSchema, document: DocumentNode, errors: readonly GraphQLError[]): RequestError[] {
  const blamed = new Set<ASTNode>();
  return errors.flatMap((error) => {
    const nodes = error.nodes ?? [];
    const ancestors = nodes.map((node) => ancestorsOf(document, node));
    const wrong = wrongValue(schema, document, error, ancestors[0] ?? []);
    if (wrong !== undefined && blamed.has(wrong.holder)) return [];
    if (wrong !== undefined) blamed.add(wrong.holder);
    const [type, text] = wrong?.violation ?? violationOf(error.message);
    const places = placesOf(type, ancestors);
    const positions = places.flatMap((place) => place.at(-1)?.loc ?? []).map(({ source, start }) => getLocation(source, start));
    const path = (places[0] ?? []).flatMap(pathName).join('/');
    return [requestError(`Validation error of type ${type}: ${text}${path === '' ? '' : ` @ '${path}'`}`, positions)];
  });
}

/** Where graphql-java puts a violation, if not at the node that graphql-js names: at the nearest of these around it. */
const holders: Readonly<Record<string, readonly Kind[]>> = {
  WrongType: [Kind.ARGUMENT],
  BadValueForDefaultArg: [Kind.VARIABLE_DEFINITION],
  NonInputTypeOnVariable: [Kind.VARIABLE_DEFINITION],
  InlineFragmentTypeConditionInvalid: [Kind.INLINE_FRAGMENT],
  FragmentTypeConditionInvalid: [Kind.FRAGMENT_DEFINITION],
  DuplicateOperationName: [Kind.OPERATION_DEFINITION],
  DuplicateFragmentName: [Kind.FRAGMENT_DEFINITION],
  DuplicateVariableName: [Kind.VARIABLE_DEFINITION],
  DuplicateArgumentNames: [Kind.FIELD, Kind.DIRECTIVE],
};

/**
 * The places of a violation, each with what holds it, outermost first. graphql-java names several for a conflict of
 * fields and a cycle of fragments only.
 */
function placesOf(type: string, ancestors: readonly (readonly ASTNode[])[]): readonly (readonly ASTNode[])[] {
  if (type === 'FieldsConflict' || type === 'FragmentCycle') return ancestors;
  // graphql-js names the operation after the variable that it does not define, and the definition of a variable before
  // its use.
  const [place = []] = type === 'UndefinedVariable' ? ancestors : ancestors.slice(-1);
  const holder = place.findLastIndex(({ kind }) => holders[type]?.includes(kind));
  return place.length === 0 ? [] : [holder < 0 ? place : place.slice(0, holder + 1)];
}

/** graphql-java names the fields on the way, by name and not by alias, and the fragment definition that they are in. */
function pathName(node: ASTNode): string[] {
  return node.kind === Kind.FIELD || node.kind === Kind.FRAGMENT_DEFINITION ? [node.name.value] : [];
}

/** What holds the node, outermost first, and the node. */
function ancestorsOf(document: DocumentNode, wanted: ASTNode): ASTNode[] {
  const open: ASTNode[] = [];
  let found: ASTNode[] = [];
  visit(document, {
    enter(node) {
      if (found.length > 0) return false;
      open.push(node);
      if (node === wanted) found = [...open];
      return undefined;
    },
    leave() {
      open.pop();
    },
  });
  return found;
}
