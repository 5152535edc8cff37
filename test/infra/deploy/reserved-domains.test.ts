import { describe, expect, test } from 'vitest';
import type { stages } from '../../../infra/config.ts';
import { refuseReservedDomains } from '../../../infra/deploy/reserved-domains.ts';
import { parseSettings } from '../../../infra/settings/parse/parse.ts';
import type { SettingsInput } from '../../../infra/settings/stage.ts';
import { stageSettings } from '../../../infra/stage-settings.ts';
import { examplesOf } from '../../docs/examples.ts';

const naming = { stackName: 'Shop', region: 'eu-central-1', account: '123456789012' };
const check = (input: Omit<SettingsInput, 'naming'>) => () => refuseReservedDomains('shop', parseSettings({ naming, ...input }));

const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/one';
const identityArn = 'arn:aws:ses:eu-central-1:123456789012:identity/acme.example';
const passkeys = { flows: ['USER_AUTH'], firstFactors: ['PASSWORD', 'WEB_AUTHN'] } satisfies SettingsInput['signIn'];
const emails = { signUp: { requiredAttributes: ['email'] } } satisfies Partial<SettingsInput>;

const provider = { clientId: 'one', clientSecretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:login-AbCdEf' };
const oidc = (issuer: string) => ({ providers: { oidc: [{ name: 'Staff', issuer, ...provider }] } });
const saml = (metadataUrl: string) => ({ providers: { saml: [{ name: 'Staff', metadataUrl, attributes: { email: 'mail' } }] } });
/** A developer's page may be on localhost, a provider may not. */
const federated: [string, string, Partial<NonNullable<SettingsInput['federation']>>][] = [
  ['domain.host', 'login.acme.example', { domain: { host: 'login.acme.example', certificateArn } }],
  ['callbackUrls', 'acme.example', { callbackUrls: ['https://acme.example/app/'] }],
  ['signOutUrls', 'acme.example', { signOutUrls: ['https://acme.example/'] }],
  ['providers.oidc.0.issuer', 'login.acme.example', oidc('https://login.acme.example')],
  ['providers.oidc.0.issuer', 'localhost', oidc('http://localhost:8080')],
  ['providers.oidc.0.issuer', 'localhost', oidc('http://127.0.0.1:8080')],
  ['providers.saml.0.metadataUrl', 'acme.example', saml('https://acme.example/metadata.xml')],
];

describe('refuseReservedDomains', () => {
  test.each<[string, string, Omit<SettingsInput, 'naming'>]>([
    ['domain.name', 'auth.acme.example', { domain: { name: 'auth.acme.example', certificateArn } }],
    [
      'domain.hostedZone.name',
      'acme.example',
      { domain: { name: 'auth.acme.example', certificateArn, hostedZone: { id: 'Z0123456789', name: 'acme.example' } } },
    ],
    ['signUp.emailDomains', 'example.com', { signUp: { ...emails.signUp, emailDomains: ['acme-shop.net', 'example.com'] } }],
    ['signIn.passkeys.relyingParty', 'localhost', { signIn: { ...passkeys, passkeys: { relyingParty: 'localhost' } } }],
    ['signIn.passkeys.relyingParty', 'my.localhost', { signIn: { ...passkeys, passkeys: { relyingParty: 'my.localhost' } } }],
    [
      'signIn.passwordless.sender',
      'm.acme.example',
      { mfa: { mode: 'OFF', types: [] }, signIn: { passwordless: { sender: 'a@m.acme.example', identityArn } } },
    ],
    [
      'signIn.passwordless.identityArn',
      'acme.example',
      { mfa: { mode: 'OFF', types: [] }, signIn: { passwordless: { sender: 'a@m.acme.example', identityArn } } },
    ],
    ['messages.ses.from', 'example.org', { messages: { ses: { from: 'login@example.org' } } }],
    ['messages.ses.replyTo', 'acme.invalid', { messages: { ses: { from: 'a@acme-shop.net', replyTo: 'b@acme.invalid' } } }],
    [
      'messages.ses.verifiedDomain',
      'example.net',
      { messages: { ses: { from: 'a@m.example.net', verifiedDomain: 'example.net' } } },
    ],
    ['gpt.baseUrl', 'llm.acme.example', { gpt: { baseUrl: 'https://llm.acme.example/v1' } }],
    ...federated.map(([path, host, federation]): [string, string, Omit<SettingsInput, 'naming'>] => [
      `federation.${path}`,
      host,
      { federation: { callbackUrls: ['http://localhost:4000/app/'], ...federation } },
    ]),
    ['monitoring.alarms.emails', 'acme.example', { monitoring: { alarms: { emails: ['oncall@acme.example'] } } }],
    [
      'triggers.postConfirmation.environment.SENDER',
      'acme.example',
      {
        triggers: {
          postConfirmation: { entry: 'triggers/own.ts', environment: { SENDER: 'welcome@acme.example', STAGE: 'test' } },
        },
      },
    ],
    [
      'triggers.postConfirmation.environment.TEAM',
      'example.com',
      {
        triggers: {
          postConfirmation: {
            entry: 'triggers/own.ts',
            environment: { TEAM: 'Ada <ada@example.com>, Ben <ben@acme-shop.net>' },
          },
        },
      },
    ],
    [
      'triggers.postConfirmation.rights',
      'acme.example',
      {
        triggers: {
          postConfirmation: { entry: 'triggers/own.ts', rights: [{ actions: ['ses:SendEmail'], resources: [identityArn] }] },
        },
      },
    ],
  ])('%s may not name %s', (path, host, input) => {
    expect(check(input)).toThrow('Stage "shop" in infra/config.ts names domains that are reserved for documentation and tests');
    expect(check(input)).toThrow(`  ${path} names ${host}: use your own domain, or leave the setting out.`);
  });

  test.each(['acme-shop.net', 'example.de', 'example.com.pl', 'notexample.com', 'contest', 'latest.dev'])(
    '%s is no such name',
    (name) => {
      expect(check({ messages: { ses: { from: `login@${name.includes('.') ? name : `${name}.io`}` } } })).not.toThrow();
    },
  );

  test('prod and social as they ship name the places to change; dev deploys as it is', () => {
    const shipped = (stage: keyof typeof stages) => () => refuseReservedDomains(stage, stageSettings({ stage }));
    expect(shipped('prod')).toThrow('signUp.emailDomains names example.com');
    expect(shipped('social')).toThrow('federation.providers.oidc.0.issuer names login.acme.example');
    expect(shipped('dev')).not.toThrow();
  });

  test.each([...examplesOf('docs/recipes.md'), ...examplesOf('README.md')])(
    '$name deploys once its domain is one’s own',
    ({ stage, settings }) => {
      const own = JSON.parse(JSON.stringify(settings).replaceAll('acme.example', 'acme-shop.net'));
      expect(() => refuseReservedDomains(stage, stageSettings({ stage }, { [stage]: own }))).not.toThrow();
    },
  );
});
