import { defineConfig } from "vitest/config";

/** The tests that mutations of src/calendar are held against: those of the room, without the built commands. */
export default defineConfig({
  test: {
    include: ["tests/calendar/**/*.test.ts"],
    exclude: ["tests/calendar/commands.test.ts"],
    env: { TARMAQ_RANDOM_TERMS: "1500" },
    testTimeout: 60_000,
  },
});
