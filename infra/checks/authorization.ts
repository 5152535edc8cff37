import { resources, statements, type Template } from '../template/template.ts';
import { problems } from './finding.ts';

interface Provider {
  readonly AuthenticationType: string;
  readonly UserPoolConfig?: { readonly UserPoolId: unknown; readonly DefaultAction?: string };
}

/** The rule of deployment about who may call the API. */
export const authorizationRules = {
  /**
   * "When specifying Amazon Cognito user pools as the default authentication, you must set the value for DefaultAction
   * to ALLOW if specifying AdditionalAuthenticationProviders" (AWS::AppSync::GraphQLApi UserPoolConfig). And whatever
   * names no mode has to be closed.
   * @see docs/aws-behaviour/appsync.md#appsync.auth.default-mode
   */
  authorization: (template: Template): string[] =>
    resources(template, 'AWS::AppSync::GraphQLApi').flatMap(([id, { Properties }]) => {
      const byDefault = Properties as Provider & Record<string, unknown>;
      const additional: Provider[] = Properties['AdditionalAuthenticationProviders'] ?? [];
      const isPool = byDefault.AuthenticationType === 'AMAZON_COGNITO_USER_POOLS';
      const denies = byDefault.UserPoolConfig?.DefaultAction === 'DENY';
      const modes = [byDefault, ...additional].map(({ AuthenticationType, UserPoolConfig }) =>
        JSON.stringify([AuthenticationType, UserPoolConfig?.UserPoolId]),
      );
      return problems({
        [`${id}: its user pool denies by default beside other modes`]: isPool && denies && additional.length > 0,
        [`${id}: an additional mode has a default action`]: additional.some((mode) => mode.UserPoolConfig?.DefaultAction),
        [`${id}: a mode is listed twice`]: new Set(modes).size < modes.length,
        [`${id}: what names no mode is open`]: byDefault.AuthenticationType !== 'AWS_IAM' && !(isPool && denies),
        [`${id}: a role may call it`]: statements(template).some(({ actions }) =>
          actions.some((action) => action === 'appsync:GraphQL' || action.includes('*')),
        ),
      });
    }),
};
