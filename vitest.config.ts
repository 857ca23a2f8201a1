import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    globalSetup: ["tests/build.ts"],
    // Tests leave nothing behind in modules: a worker reads our code once, not once a file.
    isolate: false,
    // A guard against what hangs; no test is decided by time.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
  },
});
