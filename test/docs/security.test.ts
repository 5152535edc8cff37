import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stages } from '../../infra/config.ts';
import { withRights } from '../../infra/docs/rights.ts';
import { type Right, rightsOf } from '../../infra/rights/rights-of.ts';
import { stageSettings } from '../../infra/stage-settings.ts';
import { stageTemplate } from '../support/infra/stack.ts';

const document = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8');

test('docs/security.md lists the rights that `npm run rights` prints', async () => {
  expect(await withRights(document)).toBe(document);
});

/** Every role and all that it may do besides writing its own log and traces. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'The user function': ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
  'The account function': [
    'dynamodb:DeleteItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:UpdateItem',
  ],
  'The recovery function': [
    'cognito-idp:AdminDeleteSoftwareToken',
    'cognito-idp:AdminGetUser',
    'cognito-idp:AdminInitiateAuth',
    'cognito-idp:AdminSetUserMFAPreference',
    'cognito-idp:AdminSetUserPassword',
    'cognito-idp:AdminUserGlobalSignOut',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
  ],
  'The sign-up function': ['cognito-idp:AdminCreateUser', 'dynamodb:UpdateItem'],
  'The admin function': [
    'cognito-idp:AdminAddUserToGroup',
    'cognito-idp:AdminConfirmSignUp',
    'cognito-idp:AdminCreateUser',
    'cognito-idp:AdminDeleteSoftwareToken',
    'cognito-idp:AdminDeleteUser',
    'cognito-idp:AdminDisableUser',
    'cognito-idp:AdminEnableUser',
    'cognito-idp:AdminGetUser',
    'cognito-idp:AdminGetUserAuthFactors',
    'cognito-idp:AdminListGroupsForUser',
    'cognito-idp:AdminListUserSessions',
    'cognito-idp:AdminRemoveUserFromGroup',
    'cognito-idp:AdminResetUserPassword',
    'cognito-idp:AdminRevokeUserSession',
    'cognito-idp:AdminSetUserMFAPreference',
    'cognito-idp:AdminSetUserPassword',
    'cognito-idp:AdminUpdateUserAttributes',
    'cognito-idp:AdminUserGlobalSignOut',
    'cognito-idp:CreateGroup',
    'cognito-idp:DeleteGroup',
    'cognito-idp:ListGroups',
    'cognito-idp:ListUsers',
    'cognito-idp:ListUsersInGroup',
    'cognito-idp:UpdateGroup',
    'dynamodb:DeleteItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
  ],
  'The gpt function': ['dynamodb:UpdateItem', 'secretsmanager:GetSecretValue'],
  'The PreSignUp function': [],
  'Lets AppSync write the log of the API': [],
  'Lets AppSync call the user function': ['lambda:InvokeFunction'],
  'Lets AppSync call the account function': ['lambda:InvokeFunction'],
  'Lets AppSync call the recovery function': ['lambda:InvokeFunction'],
  'Lets AppSync call the sign-up function': ['lambda:InvokeFunction'],
  'Lets AppSync call the admin function': ['lambda:InvokeFunction'],
  'Lets AppSync call the gpt function': ['lambda:InvokeFunction'],
};

/** What is added by federation with a provider that is trusted with addresses. */
const byFederation: Readonly<Record<string, readonly string[]>> = {
  'The account function': ['cognito-idp:AdminDisableProviderForUser', 'cognito-idp:AdminGetUser'],
  'The admin function': ['cognito-idp:AdminDisableProviderForUser', 'cognito-idp:AdminLinkProviderForUser'],
  'The PreSignUp function': ['cognito-idp:AdminLinkProviderForUser', 'cognito-idp:ListUsers'],
};

const isOwnLogOrTrace = ({ actions, resources }: Right): boolean =>
  (actions.every((action) => action.startsWith('logs:')) &&
    resources.every((resource) => /LogGroup |:log-group:\/aws\/appsync\//.test(resource))) ||
  actions.every((action) => action === 'xray:PutTelemetryRecords' || action === 'xray:PutTraceSegments');

describe.each(Object.keys(stages))('the rights of stage %s', (stage) => {
  test('are these and nothing wider', () => {
    const rights = rightsOf(stageTemplate({ stage }));
    const beyond = new Map<string, string[]>(rights.map(({ role }) => [role, []]));
    for (const right of rights.filter((each) => !isOwnLogOrTrace(each))) {
      expect(right).toMatchObject({ effect: 'Allow', condition: null });
      expect(right.resources.join()).not.toContain('*');
      beyond.get(right.role)?.push(...right.actions);
    }
    const { signUp, federation } = stageSettings({ stage });
    const makesUsers = signUp.modes.some((mode) => mode !== 'PASSWORD');
    const wanted = makesUsers ? allowed : { ...allowed, 'The sign-up function': ['dynamodb:UpdateItem'] };
    for (const [role, actions] of beyond) {
      const added = federation === null ? [] : (byFederation[role] ?? []);
      expect({ role, actions: actions.toSorted() }).toEqual({ role, actions: [...(wanted[role] ?? []), ...added].toSorted() });
    }
  });
});

/** The part of the page that is written by hand, by its headings. */
const parts = document
  .replace(/<!-- rights -->[\s\S]*<!-- \/rights -->/, '')
  .split(/^## /m)
  .slice(1)
  .map((text) => ({ heading: text.slice(0, text.indexOf('\n')), text }));

/** What a text names as its proof: files of this project with titles that stand in them, and places in other pages. */
function proofsIn(
  text: string,
): readonly { readonly path: string; readonly anchor: string; readonly titles: readonly string[] }[] {
  const links = text.matchAll(
    /\]\(((?:\.\.\/(?:test|bench)|aws-behaviour)\/[\w./-]+)(?:#([\w.-]+))?\)(?::((?:,?\s*"[^"]+")+))?/g,
  );
  return Array.from(links, ([, path = '', anchor = '', titles = '']) => ({
    path,
    anchor,
    titles: Array.from(titles.matchAll(/"([^"]+)"/g), ([, title = '']) => title.replaceAll(/\s+/g, ' ')),
  }));
}

describe.each(parts)('$heading', ({ text }) => {
  test('names a test or a source that shows it', () => {
    expect(proofsIn(text)).not.toEqual([]);
  });

  test('has it beside each row of a table', () => {
    const tables = text.split('\n\n').filter((block) => block.startsWith('|'));
    for (const rows of tables.map((table) => table.split('\n').slice(2))) {
      // The times are shown by a program that measures them.
      if (text.startsWith('Times')) continue;
      for (const row of rows) expect({ row, proofs: proofsIn(row.split(' | ').at(-1) ?? '') }).not.toMatchObject({ proofs: [] });
    }
  });

  test('names what there is', () => {
    for (const { path, anchor, titles } of proofsIn(text)) {
      const named = new URL(path, new URL('../../docs/', import.meta.url));
      expect(existsSync(named), path).toBe(true);
      const content = readFileSync(named, 'utf8');
      if (anchor !== '') expect(content).toContain(`<a id="${anchor}"></a>`);
      // A quotation mark may be of either kind in the code.
      const plain = content.replaceAll("\\'", "'");
      for (const title of titles) expect({ path, found: plain.includes(title) ? title : null }).toEqual({ path, found: title });
    }
  });
});
