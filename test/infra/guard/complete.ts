import type { Template } from '../../../infra/template/template.ts';
import { living, properties, templateOfInput } from './living.ts';

export const pool = 'AWS::Cognito::UserPool';
export const client = 'AWS::Cognito::UserPoolClient';
export const api = 'AWS::AppSync::GraphQLApi';
export const group = 'AWS::Cognito::UserPoolGroup';
export const sessions = 'AWS::Cognito::UserPoolSessionConfigurationAttachment';

/** A stack that also has the resources of only some stages, as the CDK would write it. */
export function complete(): Template {
  const template = templateOfInput(living);
  Object.assign(template.Resources, {
    Sessions: { Type: sessions, Properties: { UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 20 } } },
    AdminGroup: { Type: group, Properties: { GroupName: 'admin' } },
    PoolDomain: { Type: 'AWS::Cognito::UserPoolDomain', Properties: { Domain: 'example-prod' } },
    Domain: { Type: 'AWS::AppSync::DomainName', Properties: { DomainName: 'auth.example.com', CertificateArn: 'arn:one' } },
  });
  properties(template, pool)['LambdaConfig'] = {
    ...properties(template, pool)['LambdaConfig'],
    KMSKeyID: 'arn:key/one',
    CustomEmailSender: { LambdaArn: 'arn:mail', LambdaVersion: 'V1_0' },
    CustomSMSSender: { LambdaArn: 'arn:sms', LambdaVersion: 'V1_0' },
    UserMigration: 'arn:migration',
  };
  properties(template, pool)['SmsConfiguration'] = { SnsCallerArn: 'arn:role', ExternalId: 'one' };
  properties(template, pool)['EmailConfiguration'] = { EmailSendingAccount: 'DEVELOPER', SourceArn: 'arn:identity' };
  properties(template, pool)['Schema'] = [
    { Name: 'email', Required: true, Mutable: true },
    { Name: 'team', AttributeDataType: 'String', Mutable: true },
  ];
  return template;
}

/** Changes a property of the only resource of a type. */
export const set = (type: string, path: string, value: unknown) => (template: Template) => {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce(
    (at, key) => {
      at[key] ??= {};
      return at[key];
    },
    properties(template, type),
  );
  if (value === undefined) delete parent[last];
  else parent[last] = value;
};
