import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file that the page loads, in loading order. */
export interface Asset {
  /** Contains a hash of the content, so a browser may cache the file forever. */
  readonly path: string;
  readonly kind: 'style' | 'script' | 'module';
  /** Reads from the disk each time, so that the 1.6 MB do not stay in memory. */
  read(): Buffer;
}

/** The path at which the files are served. */
export const assetsPath = '/graphiql/';

/**
 * React and GraphiQL in the form that is published for script elements, and our script and styles. GraphiQL's file
 * contains all its dependencies and needs React 18. package.json therefore replaces those dependencies with an empty
 * package (a hundred packages and 90 MB less) and keeps React 18 under different names.
 */
export function findAssets(): Asset[] {
  // A package exports its package.json, but not this file.
  const graphiql = import.meta.resolve('graphiql/package.json');
  const react = import.meta.resolve('graphiql-react/package.json');
  const reactDom = import.meta.resolve('graphiql-react-dom/package.json');
  return [
    asset('style', 'graphiql.css', new URL('graphiql.min.css', graphiql)),
    asset('style', 'page.css', new URL('page.css', import.meta.url)),
    asset('script', 'react.js', new URL('umd/react.production.min.js', react)),
    asset('script', 'react-dom.js', new URL('umd/react-dom.production.min.js', reactDom)),
    asset('script', 'graphiql.js', new URL('graphiql.min.js', graphiql)),
    asset('module', 'page.js', new URL('page.js', import.meta.url)),
  ];
}

function asset(kind: Asset['kind'], name: string, file: URL): Asset {
  const read = (): Buffer => readFileSync(file);
  const hash = createHash('sha256').update(read()).digest('hex').slice(0, 12);
  return { path: `${assetsPath}${hash}/${name}`, kind, read };
}
