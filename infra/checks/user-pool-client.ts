import { type Resource, resources, type Template } from '../template/template.ts';
import { type Check, findings } from './check.ts';
import { standardAttributes } from './facts/standard-attributes.ts';

/** The app client of the pool, and the triggers. */
export const clientChecks = {
  /**
   * `Invalid write attributes specified while creating a client`. If a list is left out, the defaults of the service
   * apply.
   * @see docs/aws-behaviour/cognito-settings.md#cognito.client.attributes
   */
  client: (template) =>
    resources(template, 'AWS::Cognito::UserPoolClient').flatMap(([id, { Properties: client }]) => [
      ...findings(id, flowRows(client, poolOf(template))),
      ...findings(id, attributeRows(client, poolOf(template))),
      ...findings(id, tokenRows(client, poolOf(template))),
    ]),

  /**
   * CloudFormation does not add the permission by itself; without it, sign-up fails with UnexpectedLambdaException.
   * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.trigger-permission
   */
  triggers: (template) =>
    resources(template, 'AWS::Cognito::UserPool').flatMap(([id, { Properties: pool }]) => {
      const { KMSKeyID: _, ...functions } = pool['LambdaConfig'] ?? {};
      const arns = Object.values<Record<string, unknown>>(functions)
        .map((value) => value['LambdaArn'] ?? value)
        .filter((value) => JSON.stringify(value).includes('Fn::GetAtt'));
      const permitted = resources(template, 'AWS::Lambda::Permission')
        .filter(([, { Properties }]) => Properties['Principal'] === 'cognito-idp.amazonaws.com' && 'SourceArn' in Properties)
        .map(([, { Properties }]) => JSON.stringify(Properties['FunctionName']));
      const custom = resources(template, 'AWS::Cognito::UserPoolClient').some(([, { Properties }]) =>
        (Properties['ExplicitAuthFlows'] ?? []).includes('ALLOW_CUSTOM_AUTH'),
      );
      return findings(id, [
        [
          arns.some((arn) => !permitted.includes(JSON.stringify(arn))),
          'It has a trigger that Cognito may not call.',
          'Add an AWS::Lambda::Permission for cognito-idp.amazonaws.com with the pool as SourceArn.',
        ],
        [
          custom &&
            ['DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse'].some((name) => !(name in functions)),
          'It allows custom sign-in without the triggers for it.',
          'Set the three triggers of CUSTOM_AUTH, or remove it from signIn.flows.',
        ],
      ]);
    }),
} satisfies Record<string, Check>;

type Properties = Resource['Properties'];

/** The pool of the stack; an empty object if it has none. */
function poolOf(template: Template): Properties {
  return resources(template, 'AWS::Cognito::UserPool')[0]?.[1].Properties ?? {};
}

function flowRows(client: Properties, pool: Properties) {
  const flows: string[] = client['ExplicitAuthFlows'] ?? [];
  const choice = (pool['Policies']?.SignInPolicy?.AllowedFirstAuthFactors ?? []).length > 1;
  return [
    [flows.length === 0, 'It lists no flows, so the defaults of the service apply.', 'Set ExplicitAuthFlows.'],
    [flows.some((flow) => !flow.startsWith('ALLOW_')), 'It mixes old and new names of flows.', 'Begin each flow with ALLOW_.'],
    [
      choice && !flows.includes('ALLOW_USER_AUTH'),
      'The pool offers a choice of factors, but no flow of this client does.',
      'Add USER_AUTH to signIn.flows, or set signIn.firstFactors to ["PASSWORD"].',
    ],
    [
      client['PreventUserExistenceErrors'] !== 'ENABLED',
      'It reveals which users exist.',
      'Set PreventUserExistenceErrors to ENABLED.',
    ],
    [
      client['EnablePropagateAdditionalUserContextData'] === true && client['GenerateSecret'] !== true,
      'It passes on addresses without having a secret, which Cognito refuses.',
      'Set signIn.clientSecret to true.',
    ],
    [
      'UserPoolAddOns' in pool && client['EnablePropagateAdditionalUserContextData'] !== true,
      "Threat protection rates the address of the functions instead of the user's.",
      'Set EnablePropagateAdditionalUserContextData to true.',
    ],
  ] as const;
}

function attributeRows(client: Properties, pool: Properties) {
  const written: string[] = client['WriteAttributes'] ?? [];
  const read: string[] = client['ReadAttributes'] ?? [];
  const schema: { Name: string; Required?: boolean }[] = pool['Schema'] ?? [];
  const known = [...standardAttributes, ...schema.map(({ Name }) => `custom:${Name}`)];
  const unknown = [...written, ...read].filter((name) => !known.includes(name));
  return [
    [
      written.length === 0 || read.length === 0,
      'It lists no attributes, so the defaults of the service apply.',
      'Set WriteAttributes and ReadAttributes.',
    ],
    [
      unknown.length > 0,
      `It writes or reads an unknown attribute: ${unknown.join(', ')}.`,
      'Add it to signUp.customAttributes, or remove it from signUp.writableAttributes.',
    ],
    [
      written.some((name) => name.endsWith('_verified')),
      'It may write a verified flag, so users could declare their own address verified.',
      'Remove the flag from WriteAttributes.',
    ],
    [
      schema.some(({ Name, Required }) => Required === true && !written.includes(Name)),
      'It may not write a required attribute, so nobody could sign up.',
      'Add the attribute to signUp.writableAttributes.',
    ],
  ] as const;
}

function tokenRows(client: Properties, pool: Properties) {
  const flows: string[] = client['ExplicitAuthFlows'] ?? [];
  const rotates = client['RefreshTokenRotation']?.Feature === 'ENABLED';
  return [
    [
      // If it is left out, an existing pool may keep its old value.
      pool['UserPoolTier'] !== 'LITE' && !('RefreshTokenRotation' in client),
      'It does not set the rotation of refresh tokens.',
      'Set RefreshTokenRotation.Feature to ENABLED or DISABLED.',
    ],
    [
      rotates && !(client['RefreshTokenRotation'].RetryGracePeriodSeconds <= 60),
      'It rotates refresh tokens with a grace period that is out of range.',
      'Set tokens.rotation.graceSeconds to at most 60.',
    ],
    [
      rotates && flows.includes('ALLOW_REFRESH_TOKEN_AUTH'),
      'It rotates refresh tokens and allows the old flow, which Cognito refuses in combination.',
      'Remove ALLOW_REFRESH_TOKEN_AUTH from ExplicitAuthFlows.',
    ],
    [
      !rotates && !flows.includes('ALLOW_REFRESH_TOKEN_AUTH'),
      'It neither rotates refresh tokens nor allows a refresh.',
      'Add ALLOW_REFRESH_TOKEN_AUTH to ExplicitAuthFlows.',
    ],
    [
      client['AccessTokenValidity'] > 1440 || client['IdTokenValidity'] > 1440,
      'A token is valid for longer than the limit of one day.',
      'Set tokens.accessMinutes and tokens.idMinutes to at most 1440.',
    ],
    [
      client['RefreshTokenValidity'] < Math.max(client['AccessTokenValidity'], client['IdTokenValidity']),
      'The refresh token expires before the other tokens.',
      'Set tokens.refreshDays to at least the lifetime of the other tokens.',
    ],
  ] as const;
}
