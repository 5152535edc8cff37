import type { SchemaAttributeType, UserPoolMfaType, VerifiedAttributeType } from '@aws-sdk/client-cognito-identity-provider';
import type { Target } from './target.ts';

/** What a file of users must fit. */
export interface Pool {
  readonly name: string;
  /** The columns of a file, in Cognito's order. */
  readonly header: readonly string[];
  readonly schema: ReadonlyMap<string, SchemaAttributeType>;
  readonly autoVerified: readonly VerifiedAttributeType[];
  /** The addresses that users sign in with in place of a user name: `email`, `phone_number`. */
  readonly addressNames: readonly string[];
  readonly mfa: UserPoolMfaType;
  /** About how many users it has. */
  readonly users: number;
}

export async function describePool({ cognito, userPoolId: UserPoolId }: Target): Promise<Pool> {
  const { UserPool = {} } = await cognito.describeUserPool({ UserPoolId });
  const { CSVHeader = [] } = await cognito.getCSVHeader({ UserPoolId });
  return {
    name: UserPool.Name ?? '',
    header: CSVHeader,
    schema: new Map((UserPool.SchemaAttributes ?? []).map((attribute) => [attribute.Name ?? '', attribute])),
    autoVerified: UserPool.AutoVerifiedAttributes ?? [],
    addressNames: UserPool.UsernameAttributes ?? [],
    mfa: UserPool.MfaConfiguration ?? 'OFF',
    users: UserPool.EstimatedNumberOfUsers ?? 0,
  };
}
