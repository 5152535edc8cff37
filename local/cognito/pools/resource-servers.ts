import type { ResourceServerType } from '@aws-sdk/client-cognito-identity-provider';
import type { Services } from '../services.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { ResourceServer } from '../store/resource-server-store.ts';
import { CognitoError, invalidParameter, resourceNotFound } from '../wire/errors.ts';
import { type Input, list, required, string, structure } from '../wire/members.ts';
import { userPoolId } from '../wire/model.ts';

// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html

export const identifier = string({ min: 1, max: 256, pattern: '[\\x21\\x23-\\x5B\\x5D-\\x7E]+' });

/** The members of CreateResourceServer and UpdateResourceServer; `AWS::Cognito::UserPoolResourceServer` has the same. */
export const resourceServerMembers = {
  UserPoolId: required(userPoolId),
  Identifier: required(identifier),
  Name: required(string({ min: 1, max: 256, pattern: '[\\w\\s+=,.@-]+' })),
  Scopes: list(
    structure({
      // All but the slash, which separates it from the identifier.
      ScopeName: required(string({ min: 1, max: 256, pattern: '[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]+' })),
      ScopeDescription: required(string({ min: 1, max: 256 })),
    }),
    100,
  ),
};

type ResourceServerInput = Input<typeof resourceServerMembers>;
type Effects = Pick<Services, 'resourceServers'>;

// https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
const serversPerPool = 25;

/** Throws ResourceNotFoundException. */
export function resourceServerOf({ resourceServers }: Effects, { id }: UserPool, name: string): ResourceServer {
  const server = resourceServers.find(id, name);
  if (!server) throw resourceNotFound(`Resource server ${name} does not exist.`);
  return server;
}

/**
 * Throws InvalidParameterException for an identifier that is taken, and LimitExceededException beyond the quota.
 * @see docs/aws-behaviour/cognito-machines.md#cognito.machines.texts
 */
export function createResourceServer(effects: Effects, pool: UserPool, input: ResourceServerInput): ResourceServer {
  const { resourceServers } = effects;
  if (resourceServers.find(pool.id, input.Identifier)) {
    throw invalidParameter(`${input.Identifier} already exists in user pool ${pool.id}.`);
  }
  if (resourceServers.count(pool.id) >= serversPerPool) {
    throw new CognitoError('LimitExceededException', `A user pool has at most ${serversPerPool} resource servers.`);
  }
  return store(effects, input);
}

/** Replaces the name and all scopes. Throws ResourceNotFoundException. */
export function updateResourceServer(effects: Effects, pool: UserPool, input: ResourceServerInput): ResourceServer {
  resourceServerOf(effects, pool, input.Identifier);
  return store(effects, input);
}

/** Stores the resource server of a template, replacing one with this identifier. */
export function provisionResourceServer(effects: Effects, pool: UserPool, input: ResourceServerInput): ResourceServer {
  if (effects.resourceServers.find(pool.id, input.Identifier)) return store(effects, input);
  return createResourceServer(effects, pool, input);
}

function store({ resourceServers }: Effects, { UserPoolId, Identifier, Name, Scopes = [] }: ResourceServerInput): ResourceServer {
  const names = Scopes.map(({ ScopeName }) => ScopeName);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw invalidParameter(`Scope ${twice} is named more than once.`);
  const scopes = Scopes.map(({ ScopeName, ScopeDescription }) => ({ name: ScopeName, description: ScopeDescription }));
  const server = { poolId: UserPoolId, identifier: Identifier, name: Name, scopes };
  resourceServers.put(server);
  return server;
}

/** Whether a resource server of the pool has the scope `<identifier>/<name>` now. The identifier may have slashes. */
export function hasScope({ resourceServers }: Effects, poolId: string, scope: string): boolean {
  const at = scope.lastIndexOf('/');
  const server = at > 0 ? resourceServers.find(poolId, scope.slice(0, at)) : undefined;
  return server?.scopes.some(({ name }) => name === scope.slice(at + 1)) ?? false;
}

export function describeResourceServer({ poolId, identifier: Identifier, name, scopes }: ResourceServer) {
  return {
    UserPoolId: poolId,
    Identifier,
    Name: name,
    Scopes: scopes.map((scope) => ({ ScopeName: scope.name, ScopeDescription: scope.description })),
  } satisfies ResourceServerType;
}
