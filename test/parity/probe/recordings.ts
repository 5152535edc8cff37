import { readFileSync, writeFileSync } from 'node:fs';
import type { Recording } from './story.ts';

const fileOf = (group: string): URL => new URL(`../recordings/${group}.json`, import.meta.url);

/** The recordings of one file of stories, by the story's name. Empty where nothing was recorded yet. */
export function readRecordings(group: string): ReadonlyMap<string, Recording> {
  const recordings: readonly Recording[] = JSON.parse(readOrEmpty(fileOf(group)));
  return new Map(recordings.map((recording) => [recording.story, recording]));
}

/** By the file of the stories. */
export type Recordings = Readonly<Record<string, readonly Recording[]>>;

/** Replaces what was recorded of these stories. Stories that were not run keep their recordings. */
export function keepRecordings(recordings: Recordings): void {
  for (const [group, answered] of Object.entries(recordings)) {
    const all = new Map([...readRecordings(group), ...answered.map((recording) => [recording.story, recording] as const)]);
    const text = JSON.stringify([...all.values()], null, 2);
    writeFileSync(fileOf(group), `${text}\n`);
  }
}

/** Who gave the answers that are on record: `the embedded user pool`. */
export function sourcesOf(recordings: Recordings): string {
  const sources = Object.keys(recordings).flatMap((group) => [...readRecordings(group).values()].map(({ from }) => from));
  return [...new Set(sources)].join(' and ') || 'nothing yet';
}

function readOrEmpty(file: URL): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '[]';
    throw error;
  }
}
