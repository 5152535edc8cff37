// GraphiQL for the local API. It shows answers unchanged, and copies sessions and tokens from an answer to later tabs.

const { GraphiQL, React, ReactDOM } = window;
const { createElement, useEffect } = React;
const settings = JSON.parse(document.querySelector('#settings').textContent);
// The name under which GraphiQL's dialogs look for the nonce of the style elements that they make.
window.__webpack_nonce__ = settings.nonce;

/** What a browser tab keeps belongs to one tour: another stage, or another key, begins with tabs of its own. */
const tour = JSON.stringify([settings.headers, settings.tabs.map(({ query }) => query)]);
if (sessionStorage.getItem('tour') !== tour) {
  sessionStorage.clear();
  sessionStorage.setItem('tour', tour);
}

/** The texts to replace for each field that a later tab uses: its placeholder, then every earlier value. The last one is current. */
const known = new Map(
  Object.entries(JSON.parse(sessionStorage.getItem('known')) ?? mapValues(settings.placeholders, (placeholder) => [placeholder])),
);

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

ReactDOM.createRoot(document.querySelector('#graphiql')).render(
  createElement(
    GraphiQL,
    {
      fetcher: ask,
      defaultTabs: settings.tabs,
      defaultHeaders: JSON.stringify(settings.headers, null, 2),
      defaultEditorToolsVisibility: 'variables',
      shouldPersistHeaders: true,
      showPersistHeadersSettings: false,
      storage: tabStorage(),
    },
    createElement(GraphiQL.Logo, null, logoLink('/app/', 'Page'), ' ', logoLink('/dev', 'Inbox')),
    createElement(GraphiQL.Footer, null, createElement(Filling)),
  ),
);

function logoLink(href, text) {
  return createElement('a', { className: 'graphiql-logo-link', href, target: '_blank', rel: 'noreferrer' }, text);
}

/** The answer's JSON, whatever its HTTP status: `errorType` and `errorInfo` are in it, and the 401 of a wrong API key. */
async function ask({ query, variables, operationName }, { headers } = {}) {
  if (operationName === 'IntrospectionQuery') return readSchema();
  // For a moment after a change of tabs GraphiQL holds the name of the former tab's operation.
  const isOfQuery = new RegExp(`^\\s*(?:query|mutation)\\s+${operationName}\\b`, 'm').test(query);
  const body = JSON.stringify({ query, variables, ...(isOfQuery && { operationName }) });
  let response;
  try {
    response = await fetch(settings.graphqlPath, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  } catch (error) {
    return { notSent: `${error.message}. Is the server running, and is every header plain text?` };
  }
  const text = await response.text();
  try {
    const answer = JSON.parse(text);
    remember(answer.data);
    return answer;
  } catch {
    return { status: response.status, body: text };
  }
}

async function readSchema() {
  const response = await fetch(settings.schemaPath);
  return response.json();
}

function remember(data) {
  for (const result of Object.values(data ?? {})) {
    for (const [field, values] of known) {
      if (typeof result?.[field] === 'string') values.push(result[field]);
    }
  }
  sessionStorage.setItem('known', JSON.stringify(Object.fromEntries(known)));
}

/** When a tab is opened, replaces placeholders and older values with the newest session and tokens. Typed text stays. */
function Filling() {
  const { activeTabIndex, queryEditor, variableEditor, headerEditor } = GraphiQL.React.useEditorContext({ nonNull: true });
  useEffect(() => {
    for (const editor of [queryEditor, variableEditor, headerEditor]) editor?.setOption('lineWrapping', true);
  }, [queryEditor, variableEditor, headerEditor]);
  useEffect(() => {
    for (const editor of [variableEditor, headerEditor]) {
      if (!editor) continue;
      const text = editor.getValue();
      const filled = fill(text);
      if (filled !== text) editor.setValue(filled);
    }
  }, [activeTabIndex, variableEditor, headerEditor]);
  return null;
}

function fill(text) {
  for (const values of known.values()) {
    const [newest, ...older] = values.toReversed();
    for (const value of older) text = text.replaceAll(inJson(value), inJson(newest));
  }
  return text;
}

function inJson(value) {
  return JSON.stringify(value).slice(1, -1);
}

/**
 * Tabs outlive a reload and end with the browser's tab: what stands in them, passwords of local users and their tokens, is in no other tab and on no disk
 * after that. Only the colours are kept for good.
 */
function tabStorage() {
  const kept = 'graphiql:theme';
  const storageOf = (key) => (key === kept ? localStorage : sessionStorage);
  return {
    getItem: (key) => storageOf(key).getItem(key),
    setItem: (key, value) => storageOf(key).setItem(key, value),
    removeItem: (key) => storageOf(key).removeItem(key),
    clear: () => sessionStorage.clear(),
    get length() {
      return sessionStorage.length;
    },
  };
}
