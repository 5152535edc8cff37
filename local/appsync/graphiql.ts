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
    title: 'GraphiQL',
    endpoint: graphqlUrl,
    defaultTabs: firstQueries(apiKey),
    defaultHeaders: headersText({ 'x-api-key': apiKey }),
    defaultEditorToolsVisibility: 'headers',
    shouldPersistHeaders: false,
  });
  return html
    .replace('</head>', () => `<style>${tabsStayPut}</style></head>`)
    .replace('<head>', () => `<head>${policy(nonce)}${forgetFormerTabs(nonce)}`)
    .replace(/<script>(?=\s*function prepareBlob)/, () => `<script nonce="${nonce}">`);
}

/** GraphiQL 5 lets a tab jump from under the pointer at the first click on it, by a stale transform; there is no use for dragging tabs here. */
const tabsStayPut = '.graphiql-tab { transform: none !important; }';

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

/** A reload begins the story anew: what GraphiQL would keep in the browser are passwords under Variables, and headers of a former key. */
function forgetFormerTabs(nonce: string): string {
  const script = [
    "for (const key of Object.keys(localStorage)) if (key.startsWith('graphiql:')) localStorage.removeItem(key);",
    // The page would write the query, with the password that somebody types into it, into its address.
    'history.replaceState = () => {};',
  ].join(' ');
  return `<script nonce="${nonce}">${script}</script>`;
}

function headersText(headers: Readonly<Record<string, string>>): string {
  return JSON.stringify(headers, null, 2);
}
