import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts', 'test/browser/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A second, the default, is short for a page on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    // One page leaves a third of two cores idle. Two at once take 0.78 of the time (84 s and 108 s for 29 tests), though each
    // takes 1.4 times as long.
    maxWorkers: 2,
    // A worker remembers, from file to file, which screens it has looked at.
    isolate: false,
  },
});
