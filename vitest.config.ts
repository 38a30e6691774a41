import { defineConfig } from 'vitest/config';

/**
 * One project per kind of test. `unit`, `workflow` and `infra` need nothing running;
 * `end-to-end` and `browser` need the desk up, which `npm test` sees to.
 */
const project = (name: string, folders: readonly string[], timeoutSeconds: number, oneFileAtATime = false) => ({
  test: {
    name,
    // Tests of one desk count its rows and take its rights away: two files at once would disturb each other.
    ...(oneFileAtATime && { fileParallelism: false }),
    include: folders.map((folder) => `test/${folder}/**/*.test.ts`),
    testTimeout: timeoutSeconds * 1000,
    hookTimeout: timeoutSeconds * 1000,
    mockReset: true,
  },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', ['domain', 'contracts', 'adapters', 'views', 'functions', 'tools'], 30),
      project('workflow', ['workflow'], 60),
      project('infra', ['infra'], 120),
      project('end-to-end', ['end-to-end'], 240, true),
      project('browser', ['browser'], 120, true),
    ],
  },
});
