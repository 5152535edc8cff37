import { type ASTNode, type DocumentNode, type GraphQLError, type GraphQLSchema, getLocation, Kind, visit } from 'graphql';
import { type RequestError, requestError } from '../request/request-error.ts';
import { violationOf } from './violations.ts';
import { wrongValue } from './wrong-value.ts';

/**
 * AppSync's texts for validation errors: `Validation error of type <Type>: <text> @ 'field/path'`. For an argument or
 * the default value of a variable, AppSync reports only the first fault, while graphql-js reports all.
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

/** If graphql-java reports a violation at another node than graphql-js, it is the nearest of these around it. */
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
 * The places of a violation, each with its ancestors, outermost first. graphql-java reports several places only for
 * conflicting fields and fragment cycles.
 */
function placesOf(type: string, ancestors: readonly (readonly ASTNode[])[]): readonly (readonly ASTNode[])[] {
  if (type === 'FieldsConflict' || type === 'FragmentCycle') return ancestors;
  // graphql-js lists the operation after the variable that it does not define, and the definition of a variable before
  // its use.
  const [place = []] = type === 'UndefinedVariable' ? ancestors : ancestors.slice(-1);
  const holder = place.findLastIndex(({ kind }) => holders[type]?.includes(kind));
  return place.length === 0 ? [] : [holder < 0 ? place : place.slice(0, holder + 1)];
}

/** graphql-java names the fields on the path, by name and not by alias, and the fragment definition around them. */
function pathName(node: ASTNode): string[] {
  return node.kind === Kind.FIELD || node.kind === Kind.FRAGMENT_DEFINITION ? [node.name.value] : [];
}

/** The ancestors of the node, outermost first, and the node itself. */
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
