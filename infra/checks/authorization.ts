import { resources, statements } from '../template/template.ts';
import { type Check, findings, hasTwins, type Json } from './check.ts';

interface Provider {
  readonly AuthenticationType: string;
  readonly UserPoolConfig?: { readonly UserPoolId: unknown; readonly DefaultAction?: string };
}

/** Who may call the API. */
export const authorizationChecks = {
  /**
   * "When specifying Amazon Cognito user pools as the default authentication, you must set the value for DefaultAction
   * to ALLOW if specifying AdditionalAuthenticationProviders" (AWS::AppSync::GraphQLApi UserPoolConfig). A field that
   * names no authorization mode has to be closed.
   * @see docs/aws-behaviour/appsync.md#appsync.auth.default-mode
   */
  authorization: (template) =>
    resources(template, 'AWS::AppSync::GraphQLApi').flatMap(([id, { Properties }]) => {
      const byDefault: Provider = Properties as Json;
      const additional: Provider[] = Properties['AdditionalAuthenticationProviders'] ?? [];
      const isPool = byDefault.AuthenticationType === 'AMAZON_COGNITO_USER_POOLS';
      const denies = byDefault.UserPoolConfig?.DefaultAction === 'DENY';
      const modes = [byDefault, ...additional].map(({ AuthenticationType, UserPoolConfig }) =>
        JSON.stringify([AuthenticationType, UserPoolConfig?.UserPoolId]),
      );
      return findings(id, [
        [
          isPool && denies && additional.length > 0,
          'Its user pool denies by default although there are other modes, which AppSync refuses.',
          'Make AWS_IAM the default mode and the user pool an additional one.',
        ],
        [
          additional.some((mode) => mode.UserPoolConfig?.DefaultAction),
          'An additional mode has a default action, which only the default mode may have.',
          'Remove UserPoolConfig.DefaultAction from AdditionalAuthenticationProviders.',
        ],
        [
          hasTwins(modes),
          'A mode is listed twice, which AppSync refuses.',
          'List each authorization mode and each user pool once.',
        ],
        [
          byDefault.AuthenticationType !== 'AWS_IAM' && !(isPool && denies),
          'Whatever names no mode is open to everybody who passes the default mode.',
          'Make AWS_IAM the default mode, so that a field without a directive is closed.',
        ],
        [
          statements(template).some(
            ({ owner, actions }) =>
              !isTrigger(owner) && actions.some((action) => action === 'appsync:GraphQL' || action.includes('*')),
          ),
          'A role may call it, and with it every field that names no mode.',
          'Remove appsync:GraphQL and wildcards from the policies of this stack.',
        ],
      ]);
    }),
} satisfies Record<string, Check>;

/** Whether a resource belongs to a trigger. The author of a trigger decides what else in AWS it may use. */
export function isTrigger(logicalId: string): boolean {
  return logicalId.includes('Triggers');
}
