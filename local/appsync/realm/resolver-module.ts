import { type AnyNode, type Node, type Program, parse } from 'acorn';

/** An APPSYNC_JS module as a function body that counts its own steps, with its imports and exports. */
export interface ResolverModule {
  readonly body: string;
  /** A statement that binds the names imported from `@aws-appsync/utils`, taken from `$utils`. */
  readonly imports: string;
  /** Exported names and their names inside the module. */
  readonly exports: ReadonlyMap<string, string>;
  /** Converts a position in `body` to one in the deployed code. Lines and columns start at 1. */
  original(line: number, column: number): { readonly line: number; readonly column: number };
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Removes the `import` and `export` statements from an ES module, so that it can be compiled as a function and run anew
 * for every call. Adds `$step()` to every loop and function to stop endless code, since a timer would need a thread for
 * each call. Throws SyntaxError, or an Error for what the module system of APPSYNC_JS does not have.
 */
export function toResolverModule(code: string): ResolverModule {
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  const { imports, exports, edits } = moduleStatements(program, code);
  visit(program, (node) => {
    refuseAsynchronous(node);
    edits.push(...steps(node));
  });
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  let body = '';
  let position = 0;
  for (const { start, end, text } of edits) {
    body += code.slice(position, start) + text;
    position = end;
  }
  return { body: body + code.slice(position), imports, exports, original: (line, column) => original(code, edits, line, column) };
}

/**
 * APPSYNC_JS has none of these (https://docs.aws.amazon.com/appsync/latest/devguide/supported-features.html), and each would escape the realm or the call.
 * @see docs/aws-behaviour/appsync.md#appsync.js.language
 */
function refuseAsynchronous(node: AnyNode): void {
  if (node.type === 'ImportExpression' || node.type === 'MetaProperty')
    throw new Error('`import` as an expression is not supported.');
  if ('async' in node && node.async === true) throw new Error('Asynchronous functions are not supported.');
  if (node.type === 'AwaitExpression') throw new Error('`await` is not supported.');
}

function moduleStatements(program: Program, code: string) {
  const exports = new Map<string, string>();
  const imports: string[] = [];
  const edits: Edit[] = [];
  const erase = (start: number, end: number): void =>
    void edits.push({ start, end, text: code.slice(start, end).replace(/[^\n]/g, ' ') });
  for (const node of program.body) {
    if (node.type === 'ImportDeclaration') {
      if (node.source.value !== '@aws-appsync/utils')
        throw new Error(`The module ${node.source.value} is not provided by the local endpoint.`);
      for (const specifier of node.specifiers) {
        if (specifier.type === 'ImportDefaultSpecifier') throw new Error('@aws-appsync/utils has no default export.');
        const member = specifier.type === 'ImportSpecifier' ? `[${JSON.stringify(nameOf(specifier.imported))}]` : '';
        imports.push(`const ${specifier.local.name} = $utils${member};`);
      }
      erase(node.start, node.end);
    }
    if (node.type === 'ExportAllDeclaration' || node.type === 'ExportDefaultDeclaration')
      throw new Error('Only named exports are supported.');
    if (node.type !== 'ExportNamedDeclaration') continue;
    if (node.source) throw new Error('Nothing can be exported from another module.');
    for (const { exported, local } of node.specifiers) exports.set(nameOf(exported), nameOf(local));
    for (const name of declaredNames(node.declaration)) exports.set(name, name);
    erase(node.start, node.declaration?.start ?? node.end);
  }
  return { imports: imports.join(' '), exports, edits };
}

function nameOf(node: { type: 'Identifier'; name: string } | { type: 'Literal'; value?: unknown }): string {
  return node.type === 'Identifier' ? node.name : String(node.value);
}

function declaredNames(declaration: Program['body'][number] | null | undefined): string[] {
  if (declaration?.type === 'FunctionDeclaration') return [declaration.id.name];
  if (declaration?.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
}

function steps(node: AnyNode): Edit[] {
  if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression') return [insert(node.body.start + 1, '$step();')];
  if (node.type === 'ArrowFunctionExpression' && node.body.type !== 'BlockStatement') {
    return [insert(node.body.start, '($step(),'), insert(node.body.end, ')')];
  }
  const isLoop = /^(?:For|ForIn|ForOf|While|DoWhile)Statement$/.test(node.type) || node.type === 'ArrowFunctionExpression';
  if (!isLoop || !('body' in node) || Array.isArray(node.body)) return [];
  if (node.body.type === 'BlockStatement') return [insert(node.body.start + 1, '$step();')];
  return [insert(node.body.start, '{$step();'), insert(node.body.end, '}')];
}

function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

function visit(node: Node, enter: (node: AnyNode) => void): void {
  enter(node as AnyNode);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === 'object' && child !== null && 'type' in child && 'start' in child) visit(child, enter);
    }
  }
}

function original(code: string, edits: readonly Edit[], line: number, column: number): { line: number; column: number } {
  const lineStart = code.split('\n', line - 1).reduce((length, text) => length + text.length + 1, 0);
  const lineEnd = code.indexOf('\n', lineStart);
  let added = 0;
  for (const { start, end, text } of edits) {
    const isOnLine = start >= lineStart && (lineEnd === -1 || start <= lineEnd);
    if (isOnLine && start === end && start - lineStart + added < column - 1) added += text.length;
  }
  return { line, column: Math.max(1, column - added) };
}
