import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { parseSettings } from '../../../../infra/settings/parse/parse.ts';
import type { SettingsInput } from '../../../../infra/settings/stage.ts';
import { resources } from '../../../../infra/template/template.ts';
import { allProblems } from '../../../support/infra/findings.ts';
import { stackOf, templateOf } from '../../../support/infra/stack.ts';

const template = (messages: SettingsInput['messages']) =>
  templateOf(parseSettings({ naming: { stackName: 'Test' }, signIn: { clientSecret: true }, ...(messages && { messages }) }));
const verification = { subject: 'Confirm', email: 'Please {##confirm##}.', sms: 'Your code is {####}.' };
const byLink = { verifyBy: 'LINK', linkDomainPrefix: 'acme-test', texts: { verification } } satisfies SettingsInput['messages'];

test('there is only a domain if mails confirm with a link', () => {
  expect(resources(template(undefined), 'AWS::Cognito::UserPoolDomain')).toEqual([]);
});

test('a prefix at Cognito, under an id that never changes: another id would ask for the same prefix twice', () => {
  expect(resources(template(byLink), 'AWS::Cognito::UserPoolDomain')).toEqual([
    [
      'AuthLinksDomain516E0D45',
      {
        Type: 'AWS::Cognito::UserPoolDomain',
        Properties: { Domain: 'acme-test', UserPoolId: { Ref: 'AuthUsersPoolE71B1D56' } },
      },
    ],
  ]);
});

test('passes the deployment rules and cdk-nag', () => {
  const settings = parseSettings({ naming: { stackName: 'Test' }, signIn: { clientSecret: true }, messages: byLink });
  const { app, stack } = stackOf(settings);
  expect(new AwsSolutionsChecks(app).validateScope(stack).violations).toEqual([]);
  expect(allProblems(templateOf(settings))).toEqual([]);
});

test.each([
  [{ ...byLink, linkDomainPrefix: null }, 'messages.linkDomainPrefix must be set if messages.verifyBy is LINK'],
  [{ ...byLink, linkDomainPrefix: 'my-cognito' }, /messages\.linkDomainPrefix must be a domain prefix .* without the words aws/],
  [{ linkDomainPrefix: 'acme-test' }, 'messages.linkDomainPrefix must be null if messages.verifyBy is CODE'],
  [
    { ...byLink, texts: { verification: { ...verification, email: 'Your code is {####}.' } } },
    'messages.texts.verification.email must contain {##words of the link##} and no {####}, since messages.verifyBy is LINK',
  ],
  [
    { ...byLink, texts: { verification: { ...verification, email: '{##Confirm##} or type {####}.\nThanks.' } } },
    'messages.texts.verification.email must contain {##words of the link##} and no {####}',
  ],
] satisfies [SettingsInput['messages'], string | RegExp][])('%j is refused', (messages, message) => {
  expect(() => template(messages)).toThrow(message);
});
