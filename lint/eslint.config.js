import appsync from '@aws-appsync/eslint-plugin';
import parser from '@typescript-eslint/parser';

const files = ['resolvers/*.appsync.ts', 'cdk.out/bundles/*.appsync.js'];

/** The sources, and the code that is deployed: a bundled package can bring in what AppSync refuses. */
// biome-ignore lint/style/noDefaultExport: the one that ESLint reads.
export default [
  {
    files,
    languageOptions: { parser, parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    linterOptions: { noInlineConfig: true },
  },
  { files, ...appsync.configs.recommended },
];
