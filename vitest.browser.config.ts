import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A second, the default, is short for a page on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    // Each file has a browser and a server of its own. More than two at once would only wait for each other on two cores.
    maxWorkers: 2,
  },
});
