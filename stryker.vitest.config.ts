import { defineConfig } from "vitest/config";

/** The tests that mutations of src/calendar are held against: those of the room, without the built commands and the million. */
export default defineConfig({
  test: {
    include: ["tests/calendar/**/*.test.ts"],
    exclude: ["tests/calendar/commands.test.ts", "tests/calendar/million.test.ts"],
    env: { TARMAQ_RANDOM_TERMS: "300" },
    // Files share what they import: a mutant is one run of all of them.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
