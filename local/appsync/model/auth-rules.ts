import type { AuthMode } from './auth-mode.ts';

/**
 * What AppSync or CloudFormation would refuse in the authorization modes of an API, as sentences; empty if they can be
 * deployed.
 * @see docs/aws-behaviour/appsync.md#appsync.auth.default-mode
 */
export function authProblems(defaultMode: AuthMode, additionalModes: readonly AuthMode[]): readonly string[] {
  const modes = [defaultMode, ...additionalModes].map((mode) =>
    mode.type === 'AMAZON_COGNITO_USER_POOLS' ? `${mode.type} of ${mode.userPoolId}` : mode.type,
  );
  const repeated = new Set(modes.filter((mode, index) => modes.indexOf(mode) < index));
  const deniesBesideOthers =
    defaultMode.type === 'AMAZON_COGNITO_USER_POOLS' && defaultMode.defaultAction === 'DENY' && additionalModes.length > 0;
  return [
    ...(deniesBesideOthers
      ? [
          'a user pool as the default mode may only have DefaultAction DENY if it is the only mode. To close whatever names no mode, make ' +
            'AWS_IAM the default mode, grant appsync:GraphQL to nobody, and list the user pool among the additional modes',
        ]
      : []),
    ...[...repeated].map((mode) => `the mode ${mode} is listed twice`),
  ];
}
