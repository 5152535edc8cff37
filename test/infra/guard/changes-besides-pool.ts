import type { Template } from '../../../infra/template/template.ts';
import { api, client, group, sessions, set } from './complete.ts';
import type { HarmfulChange } from './harmful-change.ts';
import { idOf, rename } from './living.ts';

/** There is another table, which counts questions. */
function accountTable({ Resources }: Template): string {
  const found = Object.entries(Resources).find(
    ([, { Type, Properties }]) => Type === 'AWS::DynamoDB::Table' && JSON.stringify(Properties).includes('"owner"'),
  );
  if (found === undefined) throw new Error('The template has no table of the accounts.');
  return found[0];
}

export const changesBesidesPool: readonly HarmfulChange[] = [
  {
    guards: 'AWS::DynamoDB::Table (of the accounts)',
    change: (t) => delete t.Resources[accountTable(t)],
    setting: 'mfa.recoveryCodes',
    says: /would stop working/,
  },
  {
    guards: 'AWS::DynamoDB::Table (of the accounts)',
    change: (t) => {
      const id = accountTable(t);
      Object.assign(t.Resources, { [`${id}Moved`]: t.Resources[id] });
      delete t.Resources[id];
    },
    setting: 'constructs',
    says: /logical ids/,
  },
  {
    guards: 'AWS::Lambda::Function.Environment.Variables.TOTP_ISSUER',
    change: (t) => {
      for (const { Type, Properties } of Object.values(t.Resources)) {
        const variables = Properties?.['Environment']?.['Variables'] ?? {};
        if (Type === 'AWS::Lambda::Function' && 'TOTP_ISSUER' in variables) variables['TOTP_ISSUER'] = 'Other';
      }
    },
    setting: 'mfa.issuer',
    says: /"Living" and would be "Other"/,
  },
  {
    guards: 'AWS::SecretsManager::Secret (vanishing)',
    change: (t) => {
      delete t.Resources[idOf(t, 'AWS::SecretsManager::Secret')[0]];
      const [gpt] = Object.values(t.Resources).filter(({ Properties }) => Properties?.['Name'] === 'gpt');
      if (gpt?.Properties) gpt.Properties['Name'] = 'off';
    },
    setting: 'gpt',
    says: /gets a new and empty secret\. Note the ARN/,
  },
  {
    guards: `${group} (vanishing)`,
    change: (t) => delete t.Resources[idOf(t, group)[0]],
    setting: 'administration',
    says: /a later one is empty/,
  },
  {
    guards: `${group}.GroupName`,
    change: set(group, 'GroupName', 'staff'),
    setting: 'administration',
    says: /"admin" and would be "staff"/,
  },
  {
    guards: 'AWS::AppSync::DomainName (vanishing)',
    change: (t) => delete t.Resources[idOf(t, 'AWS::AppSync::DomainName')[0]],
    setting: 'domain',
    says: /host name would stop at once/,
  },
  {
    guards: `${sessions} (vanishing)`,
    change: (t) => delete t.Resources[idOf(t, sessions)[0]],
    setting: 'tokens.sessions',
    says: /nobody could see or end one of them/,
  },
  {
    guards: `${sessions}.TokenSession.MaxPerUser`,
    change: set(sessions, 'TokenSession.MaxPerUser', 3),
    setting: 'tokens.sessions.maxPerUser',
    says: /least recently used/,
  },
  { guards: `${client} (logical id)`, change: (t) => rename(t, client), setting: 'constructs', says: /every session would end/ },
  {
    guards: `${client}.GenerateSecret`,
    change: set(client, 'GenerateSecret', true),
    setting: 'signIn.clientSecret',
    says: /every session would end/,
  },
  { guards: `${api} (logical id)`, change: (t) => rename(t, api), setting: 'constructs', says: /URL and key/ },
  { guards: `${api}.Visibility`, change: set(api, 'Visibility', 'PRIVATE'), setting: 'constructs', says: /was absent/ },
  { guards: `${api}.ApiType`, change: set(api, 'ApiType', 'MERGED'), setting: 'constructs', says: /would replace the API/ },
  {
    guards: 'AWS::AppSync::ApiKey (logical ids)',
    change: (t) => rename(t, 'AWS::AppSync::ApiKey'),
    setting: 'api.keys',
    says: /before the old one/,
  },
  {
    guards: 'AWS::AppSync::ApiKey (logical ids)',
    change: (t) => delete t.Resources[idOf(t, 'AWS::AppSync::ApiKey')[0]],
    setting: 'api.keys',
    says: /would be \[\]/,
  },
  {
    guards: 'AWS::AppSync::Resolver (logical id of a name)',
    change: (t) => rename(t, 'AWS::AppSync::Resolver'),
    setting: 'constructs',
    says: /Query\.authConfig .* AlreadyExists/,
  },
  {
    guards: 'AWS::AppSync::DataSource (logical id of a name)',
    change: (t) => rename(t, 'AWS::AppSync::DataSource'),
    setting: 'constructs',
    says: /still has this name/,
  },
  {
    guards: 'AWS::AppSync::DomainName.DomainName',
    change: set('AWS::AppSync::DomainName', 'DomainName', 'login.example.com'),
    setting: 'domain.name',
    says: /domain null/,
  },
  {
    guards: 'AWS::AppSync::DomainName.CertificateArn',
    change: set('AWS::AppSync::DomainName', 'CertificateArn', 'arn:two'),
    setting: 'domain.certificateArn',
    says: /ACM renew/,
  },
  {
    guards: 'AWS::AppSync::DomainName (logical id of a name)',
    change: (t) => rename(t, 'AWS::AppSync::DomainName'),
    setting: 'constructs',
    says: /still has its name|still has this name/,
  },
];
