import { defineConfig } from 'vitest/config';

/** Tests that compare times: they run after all others, one by one, so that nothing of ours disturbs them. */
const timed = ['security/enumeration.test.ts', 'security/mail-enumeration.test.ts', 'security/storm.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['./support/global-setup.ts'],
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'tests', include: ['**/*.test.ts'], exclude: ['**/node_modules/**', ...timed] },
      },
      {
        extends: true,
        test: { name: 'timed', include: timed, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
  },
});
