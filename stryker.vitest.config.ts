import { defineConfig } from "vitest/config";

/** What mutations of src/calendar are held against. */
export default defineConfig({
  test: {
    include: ["tests/calendar/all.mutation.ts"],
    env: { TARMAQ_RANDOM_TERMS: "300" },
    testTimeout: 60_000,
  },
});
