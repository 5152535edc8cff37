import { type GraphQLFieldResolver, type GraphQLResolveInfo, getNullableType, isListType, Kind } from 'graphql';
import { ruleOf } from '../access/authorize.ts';
import type { Caller } from '../model/auth-mode.ts';
import type { GraphqlApiOptions } from '../model/graphql-api-model.ts';
import { createRealm } from '../realm/realm.ts';
import { requestError } from '../request/request-error.ts';
import type { FieldResolverFactory } from '../schema/schema.ts';
import { type ExecutionError, fieldError } from './execution-error.ts';
import { FieldError, TypeMismatch } from './field-error.ts';
import { createResolver, type ResolverCall } from './resolver.ts';
import { pickSelected, selectionSetGraphQL, selectionSetList } from './selection.ts';

/** What the fields of one request share. */
export interface RequestState {
  readonly caller: Caller;
  /** `ctx.request`. */
  readonly request: object;
  /** As the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  resolverCalls: number;
  /** The deadline has passed, so nothing more may run. */
  isOver: boolean;
  /** Errors of `util.appendError`. */
  readonly appended: ExecutionError[];
}

/** AppSync's own limit if the API sets none (`resolverCountLimit`). */
const resolverCountMaximum = 10_000;

/**
 * Creates the resolvers of fields: limits and authorization, then the field's own resolver or the parent's property.
 */
export function createFieldResolvers({
  model,
  invoke,
  world,
  log = () => {},
}: GraphqlApiOptions): FieldResolverFactory<RequestState> {
  const realm = createRealm(world);
  const resolvers = new Map(
    model.resolvers.map(({ typeName, fieldName, code, dataSource }) => {
      const name = `${typeName}.${fieldName}`;
      // The selection is left out unless the code reads it, since listing it costs more than the rest of the context.
      const wantsSelection = code.includes('selectionSet');
      return [name, { run: createResolver(realm.load(name, code), dataSource, invoke), wantsSelection }];
    }),
  );
  const resolverLimit = model.resolverCountLimit ?? resolverCountMaximum;
  const isMultiMode = model.additionalModes.length > 0;

  return (type, fieldName): GraphQLFieldResolver<unknown, RequestState> => {
    const field = type.getFields()[fieldName];
    if (field === undefined) throw new Error(`Type ${type.name} has no field ${fieldName}.`);
    const mayRead = ruleOf(type, field, model.defaultMode, isMultiMode);
    const isList = isListType(getNullableType(field.type));
    const resolver = resolvers.get(`${type.name}.${fieldName}`);
    // @see docs/aws-behaviour/appsync.md#appsync.errors.unauthorized
    const unauthorized = new FieldError(`Not Authorized to access ${fieldName} on type ${type.name}`, 'Unauthorized');

    return (source, args, state, info) => {
      if (state.isOver) throw new FieldError('Execution timed out.', 'ExecutionTimeout');
      if (model.queryDepthLimit !== null && depthOf(info) > model.queryDepthLimit) {
        throw new FieldError(`Query depth limit of ${model.queryDepthLimit} reached.`, 'QueryDepthLimitReached');
      }
      if (!mayRead(state.caller)) throw unauthorized;
      if (resolver === undefined) return listOrNull(property(source, fieldName), isList);
      state.resolverCalls += 1;
      if (state.resolverCalls > resolverLimit) {
        throw new FieldError(`Resolver execution limit of ${resolverLimit} reached.`, 'ResolverExecutionLimitReached');
      }
      const selection = resolver.wantsSelection
        ? { selectionSetList: selectionSetList(info.fieldNodes, info), selectionSetGraphQL: selectionSetGraphQL(info.fieldNodes) }
        : {};
      const call: ResolverCall = {
        authType: state.caller.mode === 'API_KEY' ? 'API Key Authorization' : 'User Pool Authorization',
        contextText: JSON.stringify({
          arguments: withUnsetVariables(args, info),
          identity: state.caller.mode === 'API_KEY' ? null : state.caller.identity,
          source: source ?? null,
          request: state.request,
          info: { fieldName, parentTypeName: type.name, variables: state.variables },
          env: model.environmentVariables,
          selection,
        }),
        unauthorized,
        pick: (data) => pickSelected(data, info.fieldNodes, info),
        append: (error) => void state.appended.push(fieldError(pathOf(info), locationsOf(info), error)),
        report: (what) => log(`GraphQL: the resolver of ${type.name}.${fieldName} ${what}.`),
      };
      return resolver.run(call).then((value) => listOrNull(value, isList));
    };
  };
}

/**
 * AppSync passes null for an argument whose variable has no value, while GraphQL's specification leaves it out. If the
 * argument has a default value, that is used.
 * @see docs/aws-behaviour/appsync.md#appsync.js.absent-variable
 */
function withUnsetVariables(args: Readonly<Record<string, unknown>>, { fieldNodes }: GraphQLResolveInfo) {
  const unset = (fieldNodes[0]?.arguments ?? []).filter(
    ({ name, value }) => value.kind === Kind.VARIABLE && !Object.hasOwn(args, name.value),
  );
  return unset.length === 0 ? args : { ...args, ...Object.fromEntries(unset.map(({ name }) => [name.value, null])) };
}

/**
 * Scalar fields count, list indexes do not: `{ a { b } }` has depth 2 (AppSync, "Configuring query depth and resolver
 * count limits").
 * @see docs/aws-behaviour/appsync.md#appsync.limits.depth
 */
function depthOf({ path }: GraphQLResolveInfo): number {
  let depth = 0;
  for (let step: GraphQLResolveInfo['path'] | undefined = path; step !== undefined; step = step.prev) {
    if (typeof step.key === 'string') depth += 1;
  }
  return depth;
}

function pathOf({ path }: GraphQLResolveInfo): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let step: GraphQLResolveInfo['path'] | undefined = path; step !== undefined; step = step.prev) keys.unshift(step.key);
  return keys;
}

function locationsOf({ fieldNodes }: GraphQLResolveInfo) {
  const positions = fieldNodes.flatMap(({ loc }) =>
    loc === undefined ? [] : [{ line: loc.startToken.line, column: loc.startToken.column }],
  );
  return requestError('', positions).locations ?? [];
}

function property(source: unknown, name: string): unknown {
  if (typeof source !== 'object' || source === null || !Object.hasOwn(source, name)) return null;
  return (source as Record<string, unknown>)[name];
}

function listOrNull(value: unknown, isList: boolean): unknown {
  if (!isList || value === null || value === undefined || Array.isArray(value)) return value;
  throw new TypeMismatch(`type mismatch error, expected type LIST, got ${(typeof value).toUpperCase()}`);
}
