import { defineConfig } from "vitest/config";

/** Tests that count what our code does, or that see each part of it made, want it for themselves: a file, a process. */
const ALONE = "tests/**/*.alone.test.ts";

/**
 * Tests of what is the same under every version of Node, run once by .ci/run: what a browser does with our pages, and how
 * the database judges. That Node loads the database, fills it, asks it and ends with it is in the three that stay.
 */
const ONCE = [
  "tests/web/**/*.test.ts",
  "tests/journeys/**/*.test.ts",
  "tests/audit/**/!(command|parts|seal).test.ts",
];

/** A guard against what hangs; no test is decided by time. */
const TIMEOUTS = { testTimeout: 600_000, hookTimeout: 600_000 };

/** Tests leave nothing behind in modules: a worker reads our code once, not once a file. */
const SHARED = { isolate: false, ...TIMEOUTS };

export default defineConfig({
  test: {
    maxWorkers: 2,
    globalSetup: ["tests/build.ts"],
    projects: [
      {
        test: {
          name: "tests",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: [ALONE, ...ONCE],
          ...SHARED,
        },
      },
      { test: { name: "once", include: ONCE, exclude: [ALONE], ...SHARED } },
      {
        test: {
          name: "alone",
          include: [ALONE],
          isolate: true,
          ...TIMEOUTS,
        },
      },
    ],
  },
});
