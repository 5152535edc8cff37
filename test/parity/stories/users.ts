import { answer, confirmedUser, signIn, tokensOf } from '../probe/people.ts';
import { told } from '../probe/recorder.ts';
import type { Story } from '../probe/story.ts';

export const userStories: readonly Story[] = [
  {
    name: 'An unknown name asks for a code and answers one',
    asks: ['cognito.existence.simulated-delivery', 'cognito.existence.confirm-sign-up'],
    async run({ cognito, clientId: ClientId, name, address }) {
      for (const Username of [name('nobody'), address('nobody')]) {
        await told(cognito.forgotPassword({ ClientId, Username }));
        await told(cognito.resendConfirmationCode({ ClientId, Username }));
        await told(cognito.confirmSignUp({ ClientId, Username, ConfirmationCode: '000000' }));
        await told(
          cognito.confirmForgotPassword({ ClientId, Username, ConfirmationCode: '000000', Password: 'made-up-Passw0rd!' }),
        );
      }
    },
  },
  {
    name: 'A name and an address are taken',
    asks: ['cognito.texts.taken'],
    async run(stage) {
      const { cognito, clientId: ClientId, password: Password } = stage;
      const kim = await confirmedUser(stage, 'kim');
      const email = { Name: 'email', Value: stage.address('kim') };
      const verified = { Name: 'email_verified', Value: 'true' };
      await told(cognito.signUp({ ClientId, Username: kim, Password, UserAttributes: [email] }));
      const ada = { UserPoolId: stage.userPoolId, Username: stage.name('ada'), MessageAction: 'SUPPRESS' as const };
      await told(cognito.adminCreateUser({ ...ada, UserAttributes: [email, verified] }));
      await told(cognito.adminCreateUser({ ...ada, Username: kim }));
    },
  },
  {
    name: 'Passwords that break the policy, one rule at a time',
    asks: ['cognito.passwords.wording'],
    async run(stage) {
      const { cognito, clientId: ClientId } = stage;
      const kim = await confirmedUser(stage, 'kim');
      const { AccessToken } = await tokensOf(stage, kim);
      const UserAttributes = [{ Name: 'email', Value: stage.address('ada') }];
      for (const rest of ['aA1!', 'aaaaaaaa', 'aaaaaaaA', 'aaaaaaA1', 'AAAAAA1!', 'aaaaaa1!']) {
        const Password = `made-up${rest}`.slice(-Math.max(rest.length, 6));
        await told(cognito.signUp({ ClientId, Username: stage.name('ada'), Password, UserAttributes }));
        await told(cognito.changePassword({ AccessToken, PreviousPassword: stage.password, ProposedPassword: Password }));
      }
    },
  },
  {
    name: 'A new password in the answer to a challenge that the model would refuse',
    asks: ['cognito.passwords.challenge-unchecked'],
    async run(stage) {
      const { cognito, userPoolId: UserPoolId, password: TemporaryPassword } = stage;
      const Username = stage.name('kim');
      await stage.quietly(() => cognito.adminCreateUser({ UserPoolId, Username, TemporaryPassword, MessageAction: 'SUPPRESS' }));
      for (const NEW_PASSWORD of ['made-up', ' made-Up-1', 'made-Up-1 ']) {
        const challenge = await stage.quietly(() => signIn(stage, Username));
        await answer(stage, challenge ?? {}, { USERNAME: Username, NEW_PASSWORD });
      }
    },
  },
  {
    name: 'A password is changed: without the old one, with a wrong one, and to one that was used before',
    asks: ['cognito.passwords.change', 'cognito.passwords.history-text'],
    wants: { pool: { Policies: { PasswordPolicy: { MinimumLength: 8, PasswordHistorySize: 2 } } } },
    async run(stage) {
      const { cognito, password } = stage;
      const { AccessToken } = await tokensOf(stage, await confirmedUser(stage, 'kim'));
      await told(cognito.changePassword({ AccessToken, ProposedPassword: `${password}-2` }));
      await told(cognito.changePassword({ AccessToken, PreviousPassword: 'made-up-Wrong-1', ProposedPassword: `${password}-2` }));
      await told(cognito.changePassword({ AccessToken, PreviousPassword: password, ProposedPassword: password }));
      await told(cognito.changePassword({ AccessToken, PreviousPassword: password, ProposedPassword: `${password}-2` }));
      await told(cognito.changePassword({ AccessToken, PreviousPassword: `${password}-2`, ProposedPassword: password }));
    },
  },
  {
    name: 'A reset ends the lock after wrong passwords',
    asks: ['cognito.users.reset-ends-lock'],
    needs: 'mailbox',
    async run(stage) {
      const { cognito, clientId: ClientId, password } = stage;
      const Username = await confirmedUser(stage, 'kim');
      await stage.quietly(async () => {
        for (let attempt = 1; attempt <= 8; attempt += 1) await signIn(stage, Username, 'made-up-Wrong-1');
        await told(cognito.forgotPassword({ ClientId, Username }));
      });
      const ConfirmationCode = stage.codeFor(stage.address('kim'));
      await told(cognito.confirmForgotPassword({ ClientId, Username, ConfirmationCode, Password: `${password}-2` }));
      await signIn(stage, Username, `${password}-2`);
    },
  },
  {
    name: 'A code for a reset is answered after the address has changed, and after the password has',
    asks: ['cognito.codes.reset-outlives'],
    needs: 'mailbox',
    async run(stage) {
      const { cognito, clientId: ClientId, userPoolId: UserPoolId, password } = stage;
      const Username = await confirmedUser(stage, 'kim');
      const code = async (address: string) => {
        await stage.quietly(() => told(cognito.forgotPassword({ ClientId, Username })));
        return stage.codeFor(stage.address(address));
      };
      const first = await code('kim');
      const UserAttributes = [
        { Name: 'email', Value: stage.address('ada') },
        { Name: 'email_verified', Value: 'true' },
      ];
      await told(cognito.adminUpdateUserAttributes({ UserPoolId, Username, UserAttributes }));
      await told(cognito.confirmForgotPassword({ ClientId, Username, ConfirmationCode: first, Password: `${password}-2` }));
      const second = await code('ada');
      await told(cognito.adminSetUserPassword({ UserPoolId, Username, Password: `${password}-3`, Permanent: true }));
      await told(cognito.confirmForgotPassword({ ClientId, Username, ConfirmationCode: second, Password: `${password}-4` }));
    },
  },
  {
    name: 'An invitation without an address, sent and suppressed',
    asks: ['cognito.users.suppressed-invitation'],
    async run({ cognito, userPoolId: UserPoolId, name }) {
      const DesiredDeliveryMediums = ['EMAIL' as const];
      await told(cognito.adminCreateUser({ UserPoolId, Username: name('kim'), DesiredDeliveryMediums }));
      await told(
        cognito.adminCreateUser({ UserPoolId, Username: name('kim'), DesiredDeliveryMediums, MessageAction: 'SUPPRESS' }),
      );
      await told(cognito.adminCreateUser({ UserPoolId, Username: name('ada'), MessageAction: 'SUPPRESS' }));
    },
  },
  {
    name: 'A reset where administrators alone may reset',
    asks: ['cognito.users.recovery-order'],
    wants: { pool: { AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] } } },
    async run(stage) {
      const Username = await confirmedUser(stage, 'kim');
      await told(stage.cognito.forgotPassword({ ClientId: stage.clientId, Username }));
    },
  },
  {
    name: 'Attributes that do not fit, one at a time and together',
    asks: ['cognito.attributes.texts'],
    async run(stage) {
      const { cognito } = stage;
      const { AccessToken } = await tokensOf(stage, await confirmedUser(stage, 'kim'));
      const attempts = [
        { email: 'made-up' },
        { phone_number: 'made-up' },
        { birthdate: 'made-up' },
        { updated_at: 'made-up' },
        { 'custom:nothing': 'made-up' },
        { sub: 'made-up' },
        { email: 'made-up', phone_number: 'made-up' },
        { email_verified: 'true' },
      ];
      for (const attributes of attempts) {
        const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
        await told(cognito.updateUserAttributes({ AccessToken, UserAttributes }));
      }
    },
  },
  {
    name: 'What a client without lists of attributes may read and write',
    asks: ['cognito.attributes.unlisted'],
    wants: { pool: { Schema: [{ Name: 'team', AttributeDataType: 'String', Mutable: true }] } },
    async run(stage) {
      const { cognito } = stage;
      const { AccessToken } = await tokensOf(stage, await confirmedUser(stage, 'kim'));
      const UserAttributes = [
        { Name: 'given_name', Value: 'Kim' },
        { Name: 'custom:team', Value: 'red' },
      ];
      for (const attribute of UserAttributes) {
        await told(cognito.updateUserAttributes({ AccessToken, UserAttributes: [attribute] }));
      }
      await told(cognito.getUser({ AccessToken }));
    },
  },
  {
    name: 'A code is asked for an address that is verified already',
    asks: ['cognito.attributes.code-again'],
    async run(stage) {
      const { AccessToken } = await tokensOf(stage, await confirmedUser(stage, 'kim'));
      await told(stage.cognito.getUserAttributeVerificationCode({ AccessToken, AttributeName: 'email' }));
      await told(stage.cognito.getUserAttributeVerificationCode({ AccessToken, AttributeName: 'phone_number' }));
    },
  },
  {
    name: 'A group is made twice, and joined by nobody',
    asks: ['cognito.groups.texts'],
    changesPool: true,
    async run({ cognito, userPoolId: UserPoolId, name }) {
      const GroupName = 'probe';
      await told(cognito.createGroup({ UserPoolId, GroupName }));
      await told(cognito.createGroup({ UserPoolId, GroupName }));
      await told(cognito.adminAddUserToGroup({ UserPoolId, GroupName, Username: name('nobody') }));
      await told(cognito.getGroup({ UserPoolId, GroupName: 'made-up' }));
      await told(cognito.deleteGroup({ UserPoolId, GroupName }));
    },
  },
];
