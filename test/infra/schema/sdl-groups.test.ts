import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stages } from '../../../infra/config.ts';
import { refuseOpenAdministration, withGroups } from '../../../infra/schema/sdl-groups.ts';
import { parseSettings } from '../../../infra/settings/parse/parse.ts';
import type { Settings } from '../../../infra/settings/stage.ts';
import { only, resources } from '../../../infra/template/template.ts';
import { templateOf } from '../../support/infra/stack.ts';

const users = { typeName: 'Query', fieldName: 'users', function: 'admin' } as const;
const me = { typeName: 'Query', fieldName: 'me', function: 'account' } as const;
const closed = '@aws_cognito_user_pools(cognito_groups: ["admin"])';

describe('a field of administrators', () => {
  test('for their group alone is taken', () => {
    refuseOpenAdministration(`type Query { users: Int ${closed} me: Int @aws_cognito_user_pools }`, [users, me]);
  });

  test.each([
    ['without a directive', ''],
    ['for everybody who is signed in', '@aws_cognito_user_pools'],
    ['for the API key, too', `${closed} @aws_api_key`],
    ['for another group', '@aws_cognito_user_pools(cognito_groups: ["staff"])'],
    ['for another group, too', '@aws_cognito_user_pools(cognito_groups: ["admin", "staff"])'],
  ])('%s is refused', (_, directives) => {
    expect(() => refuseOpenAdministration(`type Query { users: Int ${directives} }`, [users])).toThrow(/Query\.users is served/);
  });

  test('that another function serves is refused', () => {
    expect(() => refuseOpenAdministration(`type Query { me: Int ${closed} }`, [me])).toThrow(/Query\.me is for a group/);
  });
});

describe('the name of the group', () => {
  const deployed = (settings: Settings) => only(templateOf(settings), 'AWS::AppSync::GraphQLSchema').Properties['Definition'];

  test('is that of the stage, in the schema, the pool and the function', () => {
    const settings = parseSettings({ ...stages.dev, administration: { group: 'support.staff' } });
    const template = templateOf(settings);
    expect(deployed(settings)).toContain('cognito_groups: ["support.staff"]');
    expect(deployed(settings)).not.toContain('"admin"');
    expect(only(template, 'AWS::Cognito::UserPoolGroup').Properties).toMatchObject({ GroupName: 'support.staff' });
    expect(JSON.stringify(resources(template, 'AWS::Lambda::Function'))).toContain('"ADMIN_GROUP":"support.staff"');
  });

  test('that no setting knows is refused', () => {
    const schema = 'type Query { a: Int @aws_cognito_user_pools(cognito_groups: ["ghosts"]) }';
    expect(() => withGroups(schema, new Map([['admin', 'staff']]))).toThrow(/cognito_groups: "ghosts"/);
  });
});

describe('a stage without administrators', () => {
  const template = templateOf(parseSettings({ ...stages.dev, administration: null }));

  test('has no function, no group and no right of theirs, and its fields answer NOT_ENABLED', () => {
    expect(resources(template, 'AWS::Cognito::UserPoolGroup')).toEqual([]);
    expect(JSON.stringify(template)).not.toMatch(/ADMIN_GROUP|cognito-idp:(ListUsers|AdminDeleteUser")/);
    const ofAdmin = resources(template, 'AWS::AppSync::Resolver').filter(([, { Properties }]) =>
      /^(admin|users$|user$|groups$|groupMembers$|(create|update|delete)Group$)/.test(Properties['FieldName']),
    );
    expect(ofAdmin).toHaveLength(27);
    expect(new Set(ofAdmin.map(([, { Properties }]) => Properties['DataSourceName']))).toEqual(new Set(['notEnabled']));
  });
});

test('every type that only administrators read is closed to others, too', () => {
  const source = readFileSync('schema.graphql', 'utf8');
  for (const type of ['UserPage', 'UserSummary', 'AdminUser', 'GroupPage', 'Group', 'AdminActivityPage', 'AdminActivity']) {
    expect(source).toContain(`type ${type} ${closed} {`);
  }
});
