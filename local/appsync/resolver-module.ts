/** An APPSYNC_JS module as a function body: the source with its lines and columns kept, and what it imports and exports. */
export interface ResolverModule {
  readonly body: string;
  /** Statement that binds the names imported from `@aws-appsync/utils`. */
  readonly imports: string;
  /** Exported name → name inside. */
  readonly exports: ReadonlyMap<string, string>;
}

/**
 * Takes the `import` and `export` statements out of a bundled ES module, so that it can be compiled as a function and run anew for every call.
 * A bundle has them at the beginning of lines and in few forms; anything else is left in and fails to compile, by name of the resolver.
 */
export function toResolverModule(code: string): ResolverModule {
  const exports = new Map<string, string>();
  const imports: string[] = [];
  const body = code
    .replace(/^import\s*([^'";]*?)\s*from\s*["']([^"']+)["'];?/gm, (statement, clause: string, source: string) => {
      if (source !== '@aws-appsync/utils') throw new Error(`The local endpoint does not provide the module ${source}.`);
      imports.push(binding(clause));
      return blank(statement);
    })
    .replace(/^export\s*\{([^}]*)\};?/gm, (statement, names: string) => {
      for (const name of names.split(',')) {
        const [inner, outer = inner] = name.trim().split(/\s+as\s+/);
        if (inner !== undefined && outer !== undefined && inner !== '') exports.set(outer, inner);
      }
      return blank(statement);
    })
    .replace(/^export(\s+(?:function|const|let|var)\s+([\w$]+))/gm, (_, declaration: string, name: string) => {
      exports.set(name, name);
      return `      ${declaration}`;
    });
  return { body, imports: imports.join(''), exports };
}

function binding(clause: string): string {
  const namespace = /^\*\s*as\s+([\w$]+)$/.exec(clause)?.[1];
  if (namespace !== undefined) return `const ${namespace} = $utils;`;
  const names = /^\{(.*)\}$/s.exec(clause)?.[1];
  if (names === undefined) throw new Error('@aws-appsync/utils has no default export.');
  return `const {${names.replace(/\s+as\s+/g, ':').replace(/\s+/g, ' ')}} = $utils;`;
}

function blank(statement: string): string {
  return statement.replace(/[^\n]/g, ' ');
}
