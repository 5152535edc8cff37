import { expect, test } from 'vitest';
import { selfServiceStory, temporaryPasswordStory } from '../support/stories.ts';
import { startSystem } from '../support/system.ts';

test('fifty people at once: no story meets another', { tags: ['exhaustive'] }, async () => {
  const system = await startSystem();
  // Each story checks at every step that the answer is about its own user.
  const stories = Array.from({ length: 25 }, () => [temporaryPasswordStory(system), selfServiceStory(system)]).flat();
  expect(await Promise.all(stories)).toHaveLength(50);
  await system.close();
});
