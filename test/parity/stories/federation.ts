import { confirmedUser } from '../probe/people.ts';
import { told } from '../probe/recorder.ts';
import type { Story } from '../probe/story.ts';

/** With every address given, nothing is discovered. Nobody ever signs in there. */
const company = {
  ProviderName: 'Company',
  ProviderType: 'OIDC' as const,
  ProviderDetails: {
    client_id: 'made-up',
    client_secret: 'made-up',
    authorize_scopes: 'openid email',
    attributes_request_method: 'GET',
    oidc_issuer: 'https://company.example.com',
    authorize_url: 'https://company.example.com/authorize',
    token_url: 'https://company.example.com/token',
    attributes_url: 'https://company.example.com/userinfo',
    jwks_uri: 'https://company.example.com/jwks',
  },
  AttributeMapping: { email: 'email' },
};

export const federationStories: readonly Story[] = [
  {
    name: 'Identity providers that are made twice or made wrong',
    asks: ['cognito.federation.texts'],
    changesPool: true,
    async run({ cognito, userPoolId: UserPoolId }) {
      const named = { UserPoolId, ...company };
      await told(cognito.createIdentityProvider(named));
      await told(cognito.createIdentityProvider(named));
      const { ProviderDetails } = company;
      const attempts = [
        { ProviderName: 'Cognito' },
        { ProviderName: 'Google' },
        { ProviderType: 'Google' as const },
        { ProviderDetails: { ...ProviderDetails, client_id: '' } },
        { ProviderDetails: { ...ProviderDetails, oidc_issuer: 'http://company.example.com' } },
        { ProviderDetails: { ...ProviderDetails, attributes_request_method: 'PUT' } },
        { AttributeMapping: { sub: 'sub' } },
        { AttributeMapping: { username: 'email' } },
        { AttributeMapping: { 'custom:made-up': 'made-up' } },
      ];
      for (const attempt of attempts) await told(cognito.createIdentityProvider({ ...named, ProviderName: 'Other', ...attempt }));
      const gone = { UserPoolId, ProviderName: 'Nobody' };
      await told(cognito.describeIdentityProvider(gone));
      await told(cognito.deleteIdentityProvider(gone));
      await told(cognito.getIdentityProviderByIdentifier({ UserPoolId, IdpIdentifier: 'made-up' }));
    },
  },
  {
    name: 'A user is linked to an identity that has never signed in, and unlinked',
    asks: ['cognito.federation.disabling'],
    changesPool: true,
    async run(stage) {
      const { cognito, userPoolId: UserPoolId, quietly } = stage;
      await quietly(() => cognito.createIdentityProvider({ UserPoolId, ...company }));
      const Username = await confirmedUser(stage, 'kim');
      const SourceUser = {
        ProviderName: company.ProviderName,
        ProviderAttributeName: 'Cognito_Subject',
        ProviderAttributeValue: 'made-up-subject',
      };
      const linking = { UserPoolId, DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: Username }, SourceUser };
      await told(cognito.adminLinkProviderForUser(linking));
      await told(cognito.adminLinkProviderForUser(linking));
      const nobody = { ProviderName: 'Cognito', ProviderAttributeValue: stage.name('nobody') };
      await told(cognito.adminLinkProviderForUser({ ...linking, DestinationUser: nobody }));
      await told(cognito.adminLinkProviderForUser({ ...linking, SourceUser: { ...SourceUser, ProviderName: 'Nobody' } }));
      await told(cognito.adminGetUser({ UserPoolId, Username }));
      await told(cognito.adminDisableProviderForUser({ UserPoolId, User: SourceUser }));
      await told(cognito.adminDisableProviderForUser({ UserPoolId, User: SourceUser }));
      const own = { ...linking.DestinationUser, ProviderAttributeName: 'Cognito_Subject' };
      await told(cognito.adminDisableProviderForUser({ UserPoolId, User: own }));
      await told(cognito.adminGetUser({ UserPoolId, Username }));
    },
  },
];
