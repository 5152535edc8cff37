import { parse, string, structure, unimplemented } from '../wire/members.ts';
import { type ClientSettings, clientMembers, clientSettings } from './client.ts';
import { type PoolSettings, poolSettings } from './pool.ts';
import { mfaMembers, poolMembers } from './pool-members.ts';

const poolProperties = structure({ ...poolMembers, ...mfaMembers });
/** CloudFormation only generates secrets. */
const clientProperties = structure({ ...clientMembers, ClientSecret: unimplemented('ClientSecret') });
/** The prefix of a domain of Cognito's. */
export const domain = string({ min: 1, max: 63, pattern: '[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?' });

/**
 * `AWS::Cognito::UserPool`: the same names as in CreateUserPool, except the pool's own, which is generated if absent.
 */
export function poolFromProperties(logicalId: string, properties: Readonly<Record<string, unknown>>): PoolSettings {
  const { UserPoolName = logicalId, ...rest } = properties;
  return poolSettings(parse(poolProperties, { ...rest, PoolName: UserPoolName }));
}

/** `AWS::Cognito::UserPoolClient`. */
export function clientFromProperties(
  logicalId: string,
  properties: Readonly<Record<string, unknown>>,
): { settings: ClientSettings; generateSecret: boolean } {
  const { GenerateSecret = false, ClientSecret: _, ...given } = parse(clientProperties, { ClientName: logicalId, ...properties });
  return { settings: clientSettings(given, GenerateSecret), generateSecret: GenerateSecret };
}
