import { randomBytes } from 'node:crypto';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { firstQueries } from './graphiql-tabs.ts';

export interface GraphiqlOptions {
  /** Filled in as `x-api-key` where a query is for everybody. */
  readonly apiKey: string;
  /** Where the queries go. Default: `/graphql` of the page's own origin. */
  readonly graphqlUrl?: string;
}

/**
 * GraphiQL as one HTML page with all its scripts and styles inside, the story's queries in tabs and the headers filled in. The page can reach nothing
 * but its own origin: its content security policy says so. 9 MB, nearly all of it the editor. Throws on a key that is not of letters, digits and dashes.
 */
export function renderGraphiql({ apiKey, graphqlUrl = '/graphql' }: GraphiqlOptions): string {
  // The key goes into a script, where other characters might end it.
  if (!/^[\w-]+$/.test(apiKey)) throw new TypeError('An API key holds letters, digits, dashes and underscores only.');
  const nonce = randomBytes(16).toString('base64');
  const html = renderGraphiQL({
    title: 'GraphQL API',
    endpoint: graphqlUrl,
    defaultTabs: firstQueries(apiKey),
    defaultHeaders: headersText({ 'x-api-key': apiKey }),
    defaultEditorToolsVisibility: 'headers',
    shouldPersistHeaders: true,
  });
  return html
    .replace('<head>', () => `<head>${policy(nonce)}${forgetOldTabs(nonce, apiKey)}`)
    .replace(/<script>(?=\s*function prepareBlob)/, () => `<script nonce="${nonce}">`);
}

/** The editor's styles are set from script and its workers are made from blobs; nothing is loaded. */
function policy(nonce: string): string {
  const rules = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'unsafe-inline'",
    'worker-src blob:',
    "connect-src 'self'",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}">`;
}

/** The browser keeps the tabs from visit to visit; those of another key, and so of another user pool, would only be refused. */
function forgetOldTabs(nonce: string, apiKey: string): string {
  const script = `if (localStorage.getItem('apiKey') !== '${apiKey}') { localStorage.clear(); localStorage.setItem('apiKey', '${apiKey}'); }`;
  return `<script nonce="${nonce}">${script}</script>`;
}

function headersText(headers: Readonly<Record<string, string>>): string {
  return JSON.stringify(headers, null, 2);
}
