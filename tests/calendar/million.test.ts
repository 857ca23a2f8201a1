import { expect, test } from "vitest";
import { size } from "../size.ts";
import { disagreements } from "./random-terms.ts";

const TERMS = size(100_000, 1_000_000);

test(
  `the fast counting and the naive one agree on ${TERMS.toLocaleString("en")} random terms`,
  { timeout: 600_000 },
  () => {
    const { compared, told, differ } = disagreements(TERMS, 20_260_224);
    expect(differ).toEqual([]);
    expect(compared).toBe(TERMS);
    // The rest ends after 2027.
    expect(told).toBeGreaterThan(TERMS * 0.98);
  },
);
