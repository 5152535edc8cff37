// GraphiQL for the local API. It shows the server's answers as they came, and carries sessions and tokens from an answer to the tabs that want them.

const { GraphiQL, React, ReactDOM } = window;
const { createElement, useEffect } = React;
const settings = JSON.parse(document.querySelector('#settings').textContent);
// The name under which GraphiQL's dialogs look for the nonce of the style elements that they make.
window.__webpack_nonce__ = settings.nonce;

/** For each field that a later tab wants, what may stand in its place: the placeholder, then every value so far. The last is the one to put there. */
const known = new Map(Object.entries(settings.placeholders).map(([field, placeholder]) => [field, [placeholder]]));

ReactDOM.createRoot(document.querySelector('#graphiql')).render(
  createElement(
    GraphiQL,
    {
      fetcher: ask,
      defaultTabs: settings.tabs,
      defaultHeaders: JSON.stringify(settings.headers, null, 2),
      defaultEditorToolsVisibility: 'variables',
      shouldPersistHeaders: false,
      showPersistHeadersSettings: false,
      storage: forgetfulStorage(),
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
  // For a moment after a change of tabs GraphiQL holds the name of the former tab's operation.
  const isOfQuery = new RegExp(`^\\s*(?:query|mutation)\\s+${operationName}\\b`, 'm').test(query);
  const body = JSON.stringify({ query, variables, ...(isOfQuery && { operationName }) });
  // GraphiQL asks for the documentation before it has read the tab's headers; it is the same for everybody.
  const credentials = operationName === 'IntrospectionQuery' ? settings.headers : headers;
  let response;
  try {
    response = await fetch(settings.graphqlPath, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...credentials },
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

function remember(data) {
  for (const result of Object.values(data ?? {})) {
    for (const [field, values] of known) {
      if (typeof result?.[field] === 'string') values.push(result[field]);
    }
  }
}

/** When a tab is opened, puts the newest session and tokens where a placeholder or an older one stands. What somebody wrote himself stays. */
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

/** A reload begins the story anew: what GraphiQL would keep in the browser are passwords, under Variables, and tokens. The colours may stay. */
function forgetfulStorage() {
  const forgotten = new Map();
  const kept = 'graphiql:theme';
  return {
    getItem: (key) => (key === kept ? localStorage.getItem(key) : (forgotten.get(key) ?? null)),
    setItem: (key, value) => (key === kept ? localStorage.setItem(key, value) : forgotten.set(key, value)),
    removeItem: (key) => (key === kept ? localStorage.removeItem(key) : forgotten.delete(key)),
    clear: () => forgotten.clear(),
    get length() {
      return forgotten.size;
    },
  };
}
