import { randomBytes } from 'node:crypto';
import type { Asset } from './assets.ts';
import { placeholders, type Tab } from './tour.ts';

/**
 * Where the page reads the schema that it documents. The API itself answers no introspection on a stage that has it
 * off.
 */
export const schemaPath = '/graphiql/schema.json';

export interface GraphiqlOptions {
  /** Filled in as `x-api-key` where a query is for everybody. */
  readonly apiKey: string;
  /** What the page opens with. */
  readonly tabs: readonly Tab[];
  /** Where the queries go, of the page's own origin. Default: `/graphql`. */
  readonly graphqlPath?: string;
  readonly assets: readonly Pick<Asset, 'path' | 'kind'>[];
}

export interface GraphiqlPage {
  readonly html: string;
  /** The content security policy to send it with, good for this one rendering. */
  readonly policy: string;
}

/**
 * The page of GraphiQL, with the queries of the tour in tabs and the headers filled in. It holds no script but names
 * its files, and may ask nobody but the server that it comes from.
 */
export function renderGraphiql(options: GraphiqlOptions): GraphiqlPage {
  const nonce = randomBytes(16).toString('base64');
  return { html: renderHtml(options, nonce), policy: policy(nonce) };
}

function renderHtml({ apiKey, tabs, graphqlPath = '/graphql', assets }: GraphiqlOptions, nonce: string): string {
  const settings = { graphqlPath, schemaPath, tabs, headers: { 'x-api-key': apiKey }, placeholders, nonce };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>GraphiQL · local services</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M8 1l6 3.5v7L8 15l-6-3.5v-7z' fill='none' stroke='%23d60690' stroke-width='1.5'/%3E%3C/svg%3E">
${assets.map(({ kind, path }) => elements[kind](path)).join('\n')}
<script type="application/json" id="settings">${scriptText(settings)}</script>
</head>
<body>
<div id="graphiql"></div>
</body>
</html>
`;
}

/** Fonts and pictures are inside GraphiQL's style sheet; its dialogs make style elements. */
function policy(nonce: string): string {
  return (
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; connect-src 'self'; font-src data:; img-src data:; ` +
    "form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
  );
}

/** Scripts and modules run in their order, after the page is there. */
const elements: Readonly<Record<Asset['kind'], (path: string) => string>> = {
  style: (path) => `<link rel="stylesheet" href="${path}">`,
  script: (path) => `<script defer src="${path}"></script>`,
  module: (path) => `<script type="module" src="${path}"></script>`,
};

/** JSON that cannot end the script element it stands in. */
function scriptText(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
