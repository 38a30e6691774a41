import { defineConfig } from 'vitest/config';

/** Tests of one desk count its rows and take its rights away: two files at once would disturb each other. */
const oneFileAtATime = { fileParallelism: false };
/** Loading modules for each file anew takes longer than the tests: each worker loads them once. */
const sharedModules = { isolate: false };

/**
 * One project per kind of test. `unit`, `workflow` and `infra` need nothing running;
 * `end-to-end`, `rehearsal` and `browser` need the desk up, which `npm test` sees to.
 */
const project = (name: string, folders: readonly string[], timeoutSeconds: number, options: object = {}) => ({
  test: {
    name,
    ...options,
    include: folders.map((folder) => `test/${folder}/**/*.test.ts`),
    testTimeout: timeoutSeconds * 1000,
    hookTimeout: timeoutSeconds * 1000,
    mockReset: true,
  },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', ['domain', 'contracts', 'adapters', 'views', 'functions', 'tools'], 30, sharedModules),
      project('workflow', ['workflow'], 60),
      project('infra', ['infra'], 120, sharedModules),
      project('end-to-end', ['end-to-end'], 240, oneFileAtATime),
      project('rehearsal', ['rehearsal'], 600),
      project('browser', ['browser'], 120, oneFileAtATime),
    ],
  },
});
