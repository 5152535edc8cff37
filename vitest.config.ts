import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The workers, and the many processes of Node that the tests start, load what an earlier one compiled and stripped of its types. Not
// with coverage, which is less precise for such code.
if (!process.argv.includes('--coverage'))
  process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('node_modules/.cache/node', import.meta.url));

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    globalSetup: ['test/global-setup.ts'],
    // A worker takes one file after the other: to start anew for each, and to load the CDK and the SDK again, takes longer than most
    // tests. So a test leaves no trace: what it stubs is put back, what it starts it ends.
    isolate: false,
    tags: [
      {
        name: 'exhaustive',
        description:
          'What takes long to show of every stage, example and command; `npm test` shows it of one, `npm run check` of all.',
        timeout: 300_000,
      },
    ],
    // The default leaves a core idle: much of the time of a test is its start.
    maxWorkers: '100%',
    // Long enough for a busy machine: no test is there to measure time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: {
      provider: 'v8',
      include: ['resolvers/**/*.ts', 'infra/**/*.ts', 'local/**/*.ts', 'start/**/*.ts'],
      exclude: ['**/generated/**'],
    },
  },
});
