import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    globalSetup: ['test/global-setup.ts'],
    // The default leaves a core idle: much of the time of a test is its start.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    coverage: { provider: 'v8', include: ['resolvers/**/*.ts', 'infra/**/*.ts', 'local/**/*.ts'], exclude: ['**/generated/**'] },
  },
});
