import type { ApiStory } from '../story.ts';

export const limitStories: readonly ApiStory[] = [
  {
    name: 'A body is larger than a megabyte',
    asks: ['appsync.http.large-body'],
    async run({ ask }) {
      const query = `{ authConfig { mfaMode } }${' '.repeat(1_100_000)}`;
      await ask({ body: { query }, shown: 'a query and 1,100,000 blanks' });
    },
  },
  {
    name: 'A document has 15,000 tokens, and more',
    asks: ['appsync.limits.document'],
    async run({ ask }) {
      // A list, which costs no validation beside its length, of a field that is closed to the key.
      const document = (tokens: number) => `mutation { deleteUserAttributes(input: { names: [${'"a" '.repeat(tokens - 14)}] }) }`;
      await ask({ body: { query: document(15_000) }, shown: 'a query of 15,000 tokens' });
      await ask({ body: { query: document(15_010) }, shown: 'a query of 15,010 tokens' });
    },
  },
  {
    name: 'A document and its variables are nested 600 levels deep, and 1,200',
    asks: ['appsync.limits.nesting'],
    async run({ ask }) {
      for (const levels of [600, 1_200]) {
        const list = '['.repeat(levels) + ']'.repeat(levels);
        await ask({ body: { query: `{ device(key: ${list}) { key } }` }, shown: `an argument that is ${levels} lists deep` });
        const body = `{"query":"query ($key: String!) { device(key: $key) { key } }","variables":{"key":${list}}}`;
        await ask({ body, shown: `a variable that is ${levels} lists deep` });
      }
    },
  },
  {
    name: 'A query is deeper than the stage allows, by fields and by fragments',
    asks: ['appsync.limits.depth'],
    async run({ ask }) {
      const deep = (levels: number): string => (levels === 0 ? 'name' : `name ofType { ${deep(levels - 1)} }`);
      await ask({ body: { query: `{ __type(name: "NewDevice") { fields { type { ${deep(20)} } } } }` } });
      const fragments = 'fragment A on __Type { name ofType { ...B } } fragment B on __Type { name ofType { name } }';
      await ask({ body: { query: `{ __type(name: "NewDevice") { fields { type { ...A } } } } ${fragments}` } });
    },
  },
  {
    name: 'A query calls more resolvers than the stage allows',
    asks: ['appsync.limits.depth'],
    async run({ ask }) {
      const calls = Array.from({ length: 7 }, (_, at) => `c${at}: authConfig { mfaMode }`);
      await ask({ body: { query: `{ ${calls.join(' ')} }` } });
    },
  },
];
