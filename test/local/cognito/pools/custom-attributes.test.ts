import { describe, expect, test } from 'vitest';
import { createTestPool, refusal } from '../../../support/cognito/pool.ts';

describe('AddCustomAttributes', () => {
  const team = { Name: 'team', AttributeDataType: 'String' as const, Mutable: true };

  test('adds attributes that users can have from then on', async () => {
    const { cognito, userPoolId: UserPoolId, confirmedUser } = createTestPool();
    await confirmedUser('ada');
    const update = () =>
      cognito.adminUpdateUserAttributes({
        UserPoolId,
        Username: 'ada',
        UserAttributes: [{ Name: 'custom:team', Value: 'red' }],
      });
    expect((await refusal(update())).message).toBe('Type for attribute {custom:team} could not be determined');
    const level = { Name: 'level', AttributeDataType: 'Number' as const, NumberAttributeConstraints: { MaxValue: '9' } };
    const secret = { Name: 'note', AttributeDataType: 'String' as const, DeveloperOnlyAttribute: true };
    await cognito.addCustomAttributes({ UserPoolId, CustomAttributes: [team, level, secret] });
    await update();
    const { UserPool } = await cognito.describeUserPool({ UserPoolId });
    expect(UserPool?.SchemaAttributes?.slice(-3)).toEqual([
      {
        Name: 'custom:team',
        AttributeDataType: 'String',
        DeveloperOnlyAttribute: false,
        Mutable: true,
        Required: false,
        StringAttributeConstraints: {},
      },
      {
        Name: 'custom:level',
        AttributeDataType: 'Number',
        DeveloperOnlyAttribute: false,
        Mutable: false,
        Required: false,
        NumberAttributeConstraints: { MaxValue: '9' },
      },
      {
        Name: 'dev:custom:note',
        AttributeDataType: 'String',
        DeveloperOnlyAttribute: true,
        Mutable: false,
        Required: false,
        StringAttributeConstraints: {},
      },
    ]);
  });

  test.each([
    [[team], 'custom:team: Existing attribute already has name custom:team.'],
    [
      [
        { ...team, Name: 'role' },
        { ...team, Name: 'role' },
      ],
      'custom:role: Existing attribute already has name custom:role.',
    ],
    [[{ Name: 'role' }], 'Invalid AttributeDataType input, consider using the provided AttributeDataType enum.'],
    [[{ ...team, Name: 'role', Required: true }], 'Required custom attributes are not supported currently.'],
    [
      [{ ...team, Name: 'role', StringAttributeConstraints: { MinLength: '3', MaxLength: '2' } }],
      'user.custom:role: Max length cannot be less than min length.',
    ],
    [
      [],
      "1 validation error detected: Value at 'customAttributes' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ],
  ])('refuses %j as a new pool would be refused, and adds none of them', async (CustomAttributes, message) => {
    const { cognito, userPoolId: UserPoolId } = createTestPool({ Schema: [team] });
    const before = (await cognito.describeUserPool({ UserPoolId })).UserPool;
    expect(await refusal(cognito.addCustomAttributes({ UserPoolId, CustomAttributes }))).toEqual({
      name: 'InvalidParameterException',
      message,
    });
    expect((await cognito.describeUserPool({ UserPoolId })).UserPool).toEqual(before);
  });

  test('a pool has at most 50, of which a call adds at most 25', async () => {
    const { cognito, userPoolId: UserPoolId } = createTestPool();
    const add = (count: number, from: number) =>
      cognito.addCustomAttributes({
        UserPoolId,
        CustomAttributes: Array.from({ length: count }, (_, at) => ({ ...team, Name: `a${from + at}` })),
      });
    expect((await refusal(add(26, 0))).message).toContain('Member must have length less than or equal to 25');
    await add(25, 0);
    await add(25, 25);
    expect((await refusal(add(1, 50))).name).toBe('InvalidParameterException');
  });

  test('what it added stays when the template is read again, also where the template adds it later', async () => {
    const { cognito, userPoolId: UserPoolId, confirmedUser, pools } = createTestPool();
    await confirmedUser('ada');
    await cognito.addCustomAttributes({ UserPoolId, CustomAttributes: [team] });
    const properties = {
      AliasAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
    };
    const names = async () => {
      const { UserPool } = await cognito.describeUserPool({ UserPoolId });
      return UserPool?.SchemaAttributes?.map(({ Name }) => Name).filter((name) => name?.startsWith('custom:'));
    };
    pools.provisionUserPool('Pool', properties);
    expect(await names()).toEqual(['custom:team']);
    pools.provisionUserPool('Pool', { ...properties, Schema: [team] });
    expect(await names()).toEqual(['custom:team']);
    await cognito.updateUserPool({ UserPoolId });
    expect(await names()).toEqual(['custom:team']);
    expect(() => pools.provisionUserPool('Pool', properties)).toThrow('Schema of custom:team was');
  });
});

describe('tags', () => {
  test('are set, listed and removed by the ARN of the pool', async () => {
    const { cognito, userPoolId: UserPoolId } = createTestPool({ UserPoolTags: { stage: 'dev' } });
    const { UserPool } = await cognito.describeUserPool({ UserPoolId });
    const ResourceArn = UserPool?.Arn;
    await cognito.tagResource({ ResourceArn, Tags: { team: 'red', stage: 'test' } });
    expect((await cognito.listTagsForResource({ ResourceArn })).Tags).toEqual({ team: 'red', stage: 'test' });
    expect((await cognito.describeUserPool({ UserPoolId })).UserPool?.UserPoolTags).toEqual({ team: 'red', stage: 'test' });
    await cognito.untagResource({ ResourceArn, TagKeys: ['stage', 'made-up'] });
    expect((await cognito.listTagsForResource({ ResourceArn })).Tags).toEqual({ team: 'red' });
  });

  test('are at most 50, none of them AWS’s own, and of a pool of this account', async () => {
    const { cognito, userPoolId: UserPoolId } = createTestPool();
    const { UserPool } = await cognito.describeUserPool({ UserPoolId });
    const ResourceArn = UserPool?.Arn ?? '';
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`tag${at}`, '']));
    await cognito.tagResource({ ResourceArn, Tags: many(50) });
    expect((await refusal(cognito.tagResource({ ResourceArn, Tags: { more: '' } }))).name).toBe('InvalidParameterException');
    expect((await refusal(cognito.createUserPool({ PoolName: 'p', UserPoolTags: many(51) }))).name).toBe(
      'InvalidParameterException',
    );
    const reserved = { ResourceArn, Tags: { 'aws:cloudformation:stack-name': 'x' } };
    expect((await refusal(cognito.tagResource(reserved))).name).toBe('InvalidParameterException');
    expect((await refusal(cognito.tagResource({ ResourceArn, Tags: { ['k'.repeat(129)]: 'v' } }))).message).toContain(
      'Member must have length less than or equal to 128',
    );
    for (const other of [
      ResourceArn.replace('123456789012', '000000000000'),
      ResourceArn.replace(UserPoolId, 'eu-west-1_none'),
    ]) {
      expect((await refusal(cognito.listTagsForResource({ ResourceArn: other }))).name).toBe('ResourceNotFoundException');
    }
    expect((await refusal(cognito.untagResource({ ResourceArn: UserPoolId, TagKeys: ['team'] }))).name).toBe(
      'InvalidParameterException',
    );
  });
});
