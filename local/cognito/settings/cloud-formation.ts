import { parse, structure } from '../members.ts';
import { type ClientSettings, clientMembers, clientSettings } from './client.ts';
import { mfaMembers, type PoolSettings, poolMembers, poolSettings } from './pool.ts';

const poolProperties = structure({ ...poolMembers, ...mfaMembers });
const clientProperties = structure({ ...clientMembers });

/** `AWS::Cognito::UserPool`: the same names as CreateUserPool but for the pool's own, which is generated when absent. */
export function poolFromProperties(logicalId: string, properties: Readonly<Record<string, unknown>>): PoolSettings {
  const { UserPoolName = logicalId, ...rest } = properties;
  return poolSettings(parse(poolProperties, { ...rest, PoolName: UserPoolName }));
}

/** `AWS::Cognito::UserPoolClient`. */
export function clientFromProperties(
  logicalId: string,
  properties: Readonly<Record<string, unknown>>,
): { settings: ClientSettings; generateSecret: boolean } {
  const input = parse(clientProperties, { ClientName: logicalId, ...properties });
  return { settings: clientSettings(input), generateSecret: input.GenerateSecret ?? false };
}
