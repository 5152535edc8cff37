import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts', 'test/browser/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A second, the default, is short for a page on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    // Two pages at once on two cores take longer than one after the other. In one worker, which knows which screens were looked at.
    fileParallelism: false,
    isolate: false,
  },
});
