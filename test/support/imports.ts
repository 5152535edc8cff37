import { dirname, posix } from 'node:path';
import { parseSync, Visitor } from 'vite';

/** The imports of each file, by its path: each of our own files once, including type imports. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** @param sources The text of each file, by its path from the root of the project. */
export function importsOf(sources: ReadonlyMap<string, string>): Imports {
  return new Map(
    [...sources].map(([path, text]) => {
      const found = specifiers(path, text)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => posix.join(dirname(path), specifier));
      return [path, [...new Set(found)].filter((file) => sources.has(file))];
    }),
  );
}

function specifiers(path: string, text: string): readonly string[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be read.`, { cause: errors });
  const found: string[] = [];
  const add = (source: unknown): void => {
    const { value } = (source ?? {}) as { readonly value?: unknown }; // a node; only a literal has a value
    if (typeof value === 'string') found.push(value);
  };
  new Visitor({
    ImportDeclaration: ({ source }) => add(source),
    ExportNamedDeclaration: ({ source }) => add(source),
    ExportAllDeclaration: ({ source }) => add(source),
    ImportExpression: ({ source }) => add(source),
    TSImportType: ({ source }) => add(source),
  }).visit(program);
  return found;
}

/** What the folders import from each other. */
export function betweenFolders(imports: Imports): Imports {
  const folders = new Map<string, Set<string>>();
  for (const [file, imported] of imports) {
    const folder = dirname(file);
    const others = folders.get(folder) ?? new Set();
    for (const other of imported) if (dirname(other) !== folder) others.add(dirname(other));
    folders.set(folder, others);
  }
  return new Map([...folders].map(([folder, others]) => [folder, [...others]]));
}

/** The shortest cycle of each file, such as `a → b → a`, starting with the first name in alphabetical order. */
export function circles(imports: Imports): string[] {
  const found = [...imports.keys()].map((start) => wayBack(imports, start));
  // Each member of a cycle finds the same cycle.
  return [...new Set(found.filter((way) => way.length > 0).map(fromFirst))];
}

/** The files on the way from `start` back to itself; empty if there is no cycle. */
function wayBack(imports: Imports, start: string): readonly string[] {
  const ways: (readonly string[])[] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of imports.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return way;
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return [];
}

function fromFirst(way: readonly string[]): string {
  const at = way.indexOf(way.toSorted()[0] ?? '');
  return [...way.slice(at), ...way.slice(0, at), way[at]].join(' → ');
}

/**
 * The imports from a folder to one above it.
 * @param layers The subfolders of a folder, from top to bottom; `ownFiles` for the files in the folder itself.
 */
export function upward(imports: Imports, folder: string, layers: readonly (readonly string[])[]): string[] {
  const layerOf = (file: string): number => layers.findIndex((rooms) => rooms.includes(roomOf(file, folder)));
  return [...imports]
    .filter(([file]) => file.startsWith(`${folder}/`))
    .flatMap(([file, imported]) =>
      imported
        .filter((other) => other.startsWith(`${folder}/`) && layerOf(other) < layerOf(file))
        .map((other) => `${file} → ${other}`),
    );
}

/** The subfolders of a folder. */
export function roomsOf(imports: Imports, folder: string): string[] {
  const inside = [...imports.keys()].filter((file) => file.startsWith(`${folder}/`));
  return [...new Set(inside.map((file) => roomOf(file, folder)))].toSorted();
}

export const ownFiles = 'own files';

function roomOf(file: string, folder: string): string {
  const [room = '', ...rest] = file.slice(folder.length + 1).split('/');
  return rest.length === 0 ? ownFiles : room;
}
