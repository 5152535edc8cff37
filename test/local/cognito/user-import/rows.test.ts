import { describe, expect, test } from 'vitest';
import { createTestPool, type TestPool } from '../../../support/cognito/pool.ts';
import { csvOf, imported } from '../../../support/cognito/user-import.ts';

async function attributesOf({ cognito, userPoolId }: TestPool, Username: string) {
  const { UserAttributes = [] } = await cognito.adminGetUser({ UserPoolId: userPoolId, Username });
  return Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
}

/** What is wrong with a row, by what it says. */
const wrong: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  [
    'no user name',
    { 'cognito:username': '' },
    'cognito:username: The value must have 1 to 128 characters, none of them white space.',
  ],
  [
    'white space in it',
    { 'cognito:username': 'a b' },
    'cognito:username: The value must have 1 to 128 characters, none of them white space.',
  ],
  ['no flag for MFA', { 'cognito:mfa_enabled': '' }, 'cognito:mfa_enabled: The value must be true or false.'],
  ['MFA that the pool does not have', { 'cognito:mfa_enabled': 'true' }, 'cognito:mfa_enabled: The user pool requires false.'],
  ['a word for a flag', { email_verified: 'yes' }, 'email_verified: The value must be true or false.'],
  [
    'no verified address',
    { email_verified: 'false' },
    'The User Record does not set any of the auto verified attributes to verified. (Example: email_verified to true).',
  ],
  ['a verified address that is missing', { email: '' }, 'Email is required to verify/un-verify an email'],
  ['a date in another format', { birthdate: '1985-02-01' }, 'birthdate: The value must have the format mm/dd/yyyy.'],
  [
    'an attribute that is required',
    { name: '' },
    'Attributes did not conform to the schema: name.formatted: The attribute name.formatted is required',
  ],
  ['a phone number without a plus', { phone_number: '123' }, 'Invalid phone number format.'],
  [
    'an address as the user name',
    { 'cognito:username': 'a@b.example', email: 'a@b.example' },
    'Username cannot be of email format, since user pool is configured for email alias.',
  ],
  ['a comma without a backslash', { name: 'Lovelace, Ada' }, 'The row has 22 values, and the header has 21 columns.'],
  ['too many characters', { address: 'x'.repeat(16_000) }, 'The row is longer than 16000 characters.'],
  ['a line that has no end for long', { address: 'x'.repeat(300_000) }, 'The row is longer than 16000 characters.'],
];

describe('a row', () => {
  test('becomes a user with its attributes, trimmed, a comma after its backslash, and the date as Cognito keeps it', async () => {
    const world = createTestPool();
    const row = {
      'cognito:username': ' ada ',
      email: ' ada@example.com',
      name: 'Lovelace\\, Ada',
      birthdate: '12/10/1815',
      updated_at: '1471453471',
      phone_number: '+12345550100',
      phone_number_verified: 'False',
      nickname: 'Ä ß 日本',
      profile: 'back\\slash',
    };
    expect((await imported(world, csvOf([row]).replaceAll('\n', '\r\n'))).log).toEqual([
      '[SUCCEEDED] Line Number 2 - The import succeeded.',
    ]);
    expect(await attributesOf(world, 'ada')).toEqual({
      sub: expect.any(String),
      name: 'Lovelace, Ada',
      birthdate: '1815-12-10',
      updated_at: '1471453471',
      email: 'ada@example.com',
      email_verified: 'true',
      phone_number: '+12345550100',
      phone_number_verified: 'false',
      nickname: 'Ä ß 日本',
      profile: 'back\\slash',
    });
  });

  test.each(wrong)('with %s fails alone and is named by its line, without its data', async (_, row, text) => {
    const world = createTestPool({ Schema: [{ Name: 'name', AttributeDataType: 'String', Required: true, Mutable: true }] });
    const good = (name: string) => ({ 'cognito:username': name, name: 'Any' });
    const { log, ...job } = await imported(world, csvOf([good('ada'), { ...good('bad'), ...row }, good('grace')]));
    expect(job).toMatchObject({ Status: 'Succeeded', ImportedUsers: 2, FailedUsers: 1, SkippedUsers: 0 });
    expect(log[1]).toBe(`[FAILED] Line Number 3 - ${text}`);
    expect(log).toHaveLength(3);
  });

  test('takes the columns in any order', async () => {
    const world = createTestPool();
    const turned = csvOf([{ 'cognito:username': 'ada', name: 'Ada' }])
      .trim()
      .split('\n')
      .map((line) => line.split(',').toReversed().join(','))
      .join('\n');
    expect(await imported(world, turned)).toMatchObject({ ImportedUsers: 1 });
    expect(await attributesOf(world, 'ada')).toMatchObject({ name: 'Ada', email: 'ada@example.com' });
  });

  test('names the address in a pool whose users sign in with it, which is then skipped the second time', async () => {
    const world = createTestPool({ AliasAttributes: [], UsernameAttributes: ['email'] });
    const file = csvOf([{ 'cognito:username': 'Ada@example.com', email: 'Ada@example.com' }]);
    expect(await imported(world, file)).toMatchObject({ ImportedUsers: 1 });
    expect(await attributesOf(world, 'ada@example.com')).toMatchObject({ email: 'Ada@example.com' });
    expect((await imported(world, file)).log).toEqual(['[SKIPPED] Line Number 2 - The user already exists.']);
    expect((await imported(world, csvOf([{ 'cognito:username': 'ada' }]))).log).toEqual([
      '[FAILED] Line Number 2 - Username should be an email.',
    ]);
  });

  test('with MFA gives the user text messages as a second factor', async () => {
    const sms = { SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'x' } };
    const world = createTestPool({ ...sms, MfaConfiguration: 'OPTIONAL', EnabledMfas: ['SMS_MFA'] });
    const phone = { phone_number: '+12345550100', 'cognito:mfa_enabled': 'TRUE' };
    await imported(world, csvOf([{ 'cognito:username': 'ada', ...phone }, { 'cognito:username': 'joan' }]));
    const factorsOf = async (Username: string) =>
      (await world.cognito.adminGetUser({ UserPoolId: world.userPoolId, Username })).UserMFASettingList;
    expect(await factorsOf('ada')).toEqual(['SMS_MFA']);
    expect(await factorsOf('joan')).toBeUndefined();
  });
});

describe('a file', () => {
  test.each([
    ['lacks a column', csvOf([]).replace('name,', '')],
    ['has an unknown column', csvOf([], ['custom:unknown'])],
    ['has a column twice', csvOf([], ['name'])],
    ['has hashes, but the job no algorithm', csvOf([], ['cognito:password_hash'])],
    ['begins with a byte order mark', `\u{feff}${csvOf([])}`],
    ['is empty', ''],
  ])('that %s fails as a whole', async (_, file) => {
    const job = await imported(createTestPool(), file);
    expect(job).toMatchObject({
      Status: 'Failed',
      CompletionMessage: 'The header of the CSV file does not match the attributes of the user pool.',
    });
    expect(job.log).toEqual([]);
  });

  test('of more than 500,000 rows fails as a whole', async () => {
    const file = csvOf([]) + '-\n'.repeat(500_001);
    expect(await imported(createTestPool(), file)).toMatchObject({
      Status: 'Failed',
      CompletionMessage: 'The CSV file has more than 500000 users.',
      FailedUsers: 0,
    });
  });

  test('with 1,000 wrong rows among good ones loses no good one', async () => {
    const world = createTestPool();
    const isWrong = (number: number) => number % 3 === 1;
    const rows = Array.from({ length: 3_000 }, (_, number) => ({
      'cognito:username': `user-${number}`,
      ...(isWrong(number) && { email_verified: 'perhaps' }),
    }));
    const { log, ...job } = await imported(world, csvOf(rows));
    expect(job).toMatchObject({ Status: 'Succeeded', ImportedUsers: 2_000, FailedUsers: 1_000 });
    expect(log.filter((line) => line.startsWith('[FAILED]'))).toEqual(
      rows.flatMap((_, number) =>
        isWrong(number) ? [`[FAILED] Line Number ${number + 2} - email_verified: The value must be true or false.`] : [],
      ),
    );
  });
});
