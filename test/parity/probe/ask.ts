import { differences } from './compare.ts';
import { readRecordings } from './recordings.ts';
import type { Outcome } from './report.ts';
import { runStory } from './run.ts';
import type { Recording, Story } from './story.ts';
import type { Target } from './target.ts';

export interface Answers {
  readonly outcomes: readonly Outcome[];
  /** By the file of the stories; without the stories that were not run. */
  readonly recordings: Readonly<Record<string, readonly Recording[]>>;
}

/** Runs stories against a target, one after the other, and compares the answers with the recordings. */
export async function askAll(target: Target, stories: Readonly<Record<string, readonly Story[]>>): Promise<Answers> {
  const outcomes: Outcome[] = [];
  const recordings: Record<string, Recording[]> = {};
  for (const [group, list] of Object.entries(stories)) {
    const recorded = readRecordings(group);
    const answered: Recording[] = [];
    recordings[group] = answered;
    for (const story of list) {
      const { name, asks } = story;
      const result = await runStory(story, target);
      if ('notRun' in result) {
        outcomes.push({ story: name, asks, is: 'not run', why: result.notRun });
        continue;
      }
      answered.push(result);
      const found = differences(recorded.get(name) ?? { story: name, from: '', steps: [] }, result);
      outcomes.push(
        found.length === 0 ? { story: name, asks, is: 'same' } : { story: name, asks, is: 'differs', differences: found },
      );
    }
  }
  return { outcomes, recordings };
}
