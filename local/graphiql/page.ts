import { randomBytes } from 'node:crypto';
import type { Asset } from './assets.ts';
import { placeholders, type Tab } from './tour.ts';

/**
 * Where the page reads the schema for its documentation, since the API answers no introspection if a stage disables it.
 */
export const schemaPath = '/graphiql/schema.json';

export interface GraphiqlOptions {
  /** Filled in as `x-api-key` for operations that anybody may call. */
  readonly apiKey: string;
  /** The tabs that the page opens with. */
  readonly tabs: readonly Tab[];
  /** The path for the queries, on the page's own origin. Default: `/graphql`. */
  readonly graphqlPath?: string;
  readonly assets: readonly Pick<Asset, 'path' | 'kind'>[];
}

export interface GraphiqlPage {
  readonly html: string;
  /** The content security policy to send with it, valid for this one rendering. */
  readonly policy: string;
}

/**
 * The GraphiQL page, with the operations of the tour in tabs and the headers filled in. It contains no scripts but
 * refers to its files, and may only connect to its own server.
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

/** Fonts and images are inside GraphiQL's style sheet; its dialogs create style elements. */
function policy(nonce: string): string {
  return (
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; connect-src 'self'; font-src data:; img-src data:; ` +
    "form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
  );
}

/** Scripts and modules run in this order, after the page is parsed. */
const elements: Readonly<Record<Asset['kind'], (path: string) => string>> = {
  style: (path) => `<link rel="stylesheet" href="${path}">`,
  script: (path) => `<script defer src="${path}"></script>`,
  module: (path) => `<script type="module" src="${path}"></script>`,
};

/** JSON that cannot end the script element around it. */
function scriptText(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
