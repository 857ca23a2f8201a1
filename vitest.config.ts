import { defineConfig } from "vitest/config";

/** Tests that count what our code does, or that see each part of it made, want it for themselves: a file, a process. */
const ALONE = "tests/**/*.alone.test.ts";

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "tests",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: [ALONE],
          globalSetup: ["tests/build.ts"],
          // Tests leave nothing behind in modules: a worker reads our code once, not once a file.
          isolate: false,
          // A guard against what hangs; no test is decided by time.
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          name: "alone",
          include: [ALONE],
          isolate: true,
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
