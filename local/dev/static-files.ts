import { readFileSync, realpathSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

export interface StaticFile {
  readonly type: string;
  readonly content: Buffer;
}

const types = new Map([
  ['.css', 'text/css'],
  ['.html', 'text/html'],
  ['.ico', 'image/x-icon'],
  ['.jpg', 'image/jpeg'],
  ['.js', 'text/javascript'],
  ['.json', 'application/json'],
  ['.map', 'application/json'],
  ['.mjs', 'text/javascript'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain'],
  ['.webmanifest', 'application/manifest+json'],
  ['.webp', 'image/webp'],
  ['.woff2', 'font/woff2'],
]);

/**
 * A file in a folder, by its path in a URL, which is still percent-encoded and begins after the folder's slash.
 * Undefined for anything but a file of a known type inside the folder: also for a path or a link that leads out of it,
 * and for a hidden file.
 */
export function readStaticFile(folder: string, path: string): StaticFile | undefined {
  const type = types.get(extname(path).toLowerCase());
  const parts = path.split('/').map(decoded);
  if (type === undefined || !parts.every((part) => part !== undefined && /^[^./\\\0][^/\\\0]*$/.test(part))) return undefined;
  try {
    const root = realpathSync(folder);
    const file = realpathSync(join(root, ...parts.filter((part) => part !== undefined)));
    return file.startsWith(root + sep) ? { type, content: readFileSync(file) } : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && missing.has(String(error.code))) return undefined;
    throw error;
  }
}

const missing = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'EACCES', 'ENAMETOOLONG']);

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
