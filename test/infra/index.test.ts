import { App, Stack } from 'aws-cdk-lib';
import { Template as Assertions } from 'aws-cdk-lib/assertions';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { describe, expect, test } from 'vitest';
import { AuthStack, CognitoGraphqlApi, parseSettings } from '../../infra/index.ts';
import { resources, type Template } from '../../infra/template/template.ts';
import { makeFolder } from '../support/infra/folders.ts';
import { code } from '../support/infra/stack.ts';

const settings = parseSettings({ naming: { stackName: 'Shop' } });
const newApp = () => new App({ outdir: makeFolder(), builtinCloudFormationValidation: false });
const templateOf = (stack: Stack) => Assertions.fromStack(stack).toJSON() as Template; // JSON of CloudFormation's own shape

describe('CognitoGraphqlApi', () => {
  test('goes twice into one stack, in whatever scope, and neither knows of the other', () => {
    const stack = new Stack(newApp(), 'Shop');
    new CognitoGraphqlApi(stack, 'Customers', { settings, code });
    new CognitoGraphqlApi(new Construct(stack, 'Backstage'), 'Staff', { settings, code });
    const template = templateOf(stack);
    expect(resources(template, 'AWS::Cognito::UserPool')).toHaveLength(2);
    expect(resources(template, 'AWS::AppSync::GraphQLApi')).toHaveLength(2);
    const staff = Object.entries(template.Resources).filter(([id]) => id.startsWith('BackstageStaff'));
    expect(JSON.stringify(staff)).not.toContain('"Customers');
  });

  test('exposes what grants and alarms need', () => {
    const stack = new Stack(newApp(), 'Shop');
    const auth = new CognitoGraphqlApi(stack, 'Auth', { settings, code });
    const bucket = new Bucket(stack, 'Bucket');
    for (const handler of Object.values(auth.functions)) bucket.grantRead(handler);
    auth.userPool.grant(auth.functions.user, 'cognito-idp:ListUsers');
    auth.functions.user.metricErrors().createAlarm(stack, 'Alarm', { threshold: 1, evaluationPeriods: 1 });
    expect(stack.resolve(auth.api.apiId)).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^AuthGraphqlApi/), 'ApiId'] });
    expect(stack.resolve(auth.userPoolClient.userPoolClientId)).toEqual({ Ref: expect.stringMatching(/^AuthUsersClient/) });
    expect(stack.resolve(auth.apiKey)).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/ApiKey/), 'ApiKey'] });
    const policies = resources(templateOf(stack), 'AWS::IAM::Policy');
    expect(JSON.stringify(policies)).toContain('cognito-idp:ListUsers');
  });

  test('computes the expiry of its key from the current time', () => {
    const stack = new Stack(newApp(), 'Shop');
    new CognitoGraphqlApi(stack, 'Auth', { settings, code });
    const [[, key] = ['', undefined]] = resources(templateOf(stack), 'AWS::AppSync::ApiKey');
    const days = (key?.Properties['Expires'] * 1000 - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(300);
    expect(days).toBeLessThan(365);
  });
});

test('AuthStack is a complete stage in another app', () => {
  const stack = new AuthStack(newApp(), 'Users', { settings, code });
  expect(Object.keys(templateOf(stack).Outputs)).toContain('GraphQLUrl');
});
