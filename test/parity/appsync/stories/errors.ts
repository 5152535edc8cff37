import type { ApiStory } from '../story.ts';

const login = 'mutation ($input: LoginInput!) { login(input: $input) { __typename } }';

export const errorStories: readonly ApiStory[] = [
  {
    name: 'A document does not validate: a field, an argument, a type, a selection, a variable, a fragment',
    asks: ['appsync.errors.validation'],
    async run({ ask }) {
      for (const query of [
        '{ madeUp }',
        '{ authConfig { madeUp } }',
        '{ device { key } }',
        '{ device(key: "a", madeUp: 1) { key } }',
        '{ device(key: 1) { key } }',
        '{ authConfig }',
        '{ authConfig { mfaMode { name } } }',
        'query ($key: Int!) { device(key: $key) { key } }',
        'query ($key: MadeUp) { device(key: $key) { key } }',
        'query ($key: String!) { authConfig { mfaMode } }',
        '{ device(key: $key) { key } }',
        '{ authConfig { ...MadeUp } }',
        '{ authConfig { ... on MadeUp { a } } }',
        'subscription { madeUp }',
        'mutation { login(input: { username: "made-up", flow: MADE_UP }) { __typename } }',
        'mutation { login(input: { madeUp: 1 }) { __typename } }',
      ]) {
        await ask({ body: { query } });
      }
    },
  },
  {
    name: 'A variable is missing, null, of another type, of an unknown word, and has a member too many',
    asks: ['appsync.errors.variables'],
    async run({ ask }) {
      for (const variables of [
        {},
        { input: null },
        { input: 'made-up' },
        { input: { username: null } },
        { input: { username: 1 } },
        { input: { username: 'made-up', flow: 'MADE_UP' } },
        { input: { username: 'made-up', maxAgeSeconds: 'made-up' } },
        { input: { username: 'made-up', maxAgeSeconds: 1.5 } },
        { input: { username: 'made-up', clientMetadata: { a: 1 } } },
        { input: { username: 'made-up', clientMetadata: '{' } },
        { input: { username: 'made-up', madeUp: 1 } },
      ]) {
        await ask({ body: { query: login, variables } });
      }
    },
  },
  {
    name: 'A field is refused by its function, under its alias and beside another',
    asks: ['appsync.errors.fields'],
    async run({ ask }) {
      const refresh = (alias: string) => `${alias}: refreshTokens(input: $input) { expiresIn }`;
      const query = `mutation ($input: RefreshTokensInput!) { ${refresh('first')} ${refresh('second')} }`;
      await ask({ body: { query, variables: { input: { refreshToken: 'made-up' } } } });
      await ask({ body: { query: login, variables: { input: { username: 'made-up', password: 'made-up-Wrong-1' } } } });
    },
  },
];
