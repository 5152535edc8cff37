import type { ApiStory } from '../story.ts';

const me = { query: '{ me { username } }' };

export const authorizationStories: readonly ApiStory[] = [
  {
    name: 'A request has no credential, a wrong key, a text that is no token, an empty token',
    asks: ['appsync.auth.texts'],
    async run({ ask }) {
      await ask({ headers: {}, body: me });
      await ask({ headers: { 'x-api-key': 'made-up-key' }, body: me });
      await ask({ headers: { authorization: 'made-up' }, body: me });
      await ask({ headers: { authorization: '' }, body: me });
    },
  },
  {
    name: 'A key and a token come in one request',
    asks: ['appsync.auth.two-credentials'],
    async run({ ask, apiKey, user }) {
      const { accessToken } = await user();
      await ask({ headers: { 'x-api-key': apiKey, authorization: accessToken }, body: me });
      await ask({ headers: { 'x-api-key': 'made-up-key', authorization: accessToken }, body: me });
      await ask({ headers: { 'x-api-key': apiKey, authorization: 'made-up' }, body: { query: '{ authConfig { adminGroup } }' } });
    },
  },
  {
    name: 'A token comes bare, and with a scheme',
    asks: ['appsync.auth.bearer'],
    async run({ ask, user }) {
      const { accessToken } = await user();
      for (const scheme of ['', 'Bearer ', 'bearer '])
        await ask({ headers: { authorization: `${scheme}${accessToken}` }, body: me });
    },
  },
  {
    name: 'A token is of another client, and an ID token of the API’s own',
    asks: ['appsync.auth.client-id', 'appsync.auth.token-kinds'],
    async run({ ask, user, strangersToken }) {
      const { idToken } = await user();
      await ask({ headers: { authorization: idToken }, body: me });
      await ask({ headers: { authorization: await strangersToken() }, body: me });
    },
  },
  {
    name: 'A field is closed to the key, and to everybody but a group',
    asks: ['appsync.errors.unauthorized', 'appsync.auth.directives'],
    async run({ ask, user }) {
      const { accessToken } = await user();
      await ask({ body: { query: '{ authConfig { mfaMode } me { username } users { items { username } } }' } });
      const query = 'query ($name: String!) { mine: me { username } user(username: $name) { username } }';
      await ask({ headers: { authorization: accessToken }, body: { query, variables: { name: 'made-up' } } });
    },
  },
  {
    name: 'A challenge is selected as a member of its union, through its interface, and by its type alone',
    asks: ['appsync.auth.interfaces', 'appsync.schema.typename'],
    async run({ ask, invited, user }) {
      const { username, password } = await invited();
      const { accessToken } = await user();
      const selections = [
        '__typename',
        '... on NewPasswordRequiredChallenge { name username requiredAttributes }',
        '... on Challenge { name username }',
        '... on Challenge { __typename ... on NewPasswordRequiredChallenge { requiredAttributes } }',
        '... on Tokens { expiresIn }',
      ];
      for (const headers of [undefined, { authorization: accessToken }]) {
        for (const selection of selections) {
          const query = `mutation ($input: LoginInput!) { login(input: $input) { ${selection} } }`;
          await ask({ ...(headers && { headers }), body: { query, variables: { input: { username, password } } } });
        }
      }
    },
  },
];
