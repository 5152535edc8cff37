import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file behind the page, in the order in which the page names them. */
export interface Asset {
  /** Holds a hash of the content, so a browser may keep the file for good. */
  readonly path: string;
  readonly kind: 'style' | 'script' | 'module';
  /** From the disk, each time: nothing of the 1.6 MB stays in memory. */
  read(): Buffer;
}

/** Where the files are served. */
export const assetsPath = '/graphiql/';

/**
 * React and GraphiQL as they are published for a page's own script elements, and our script and styles. GraphiQL's file
 * holds all that it is made of, and wants React 18; package.json therefore overrides the packages it is made of with an
 * empty one (a hundred packages and 90 MB less) and keeps React 18 under names of its own.
 */
export function findAssets(): Asset[] {
  // A package exports its package.json, where it does not export the file.
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
