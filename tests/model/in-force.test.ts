import { describe, expect, it } from "vitest";
import { standingOn } from "../../src/model/in-force.ts";

describe("a version's standing on a day", () => {
  it.each([
    [undefined, "2025-03-17", "in-force"],
    [{ from: "2025-01-01", until: null }, "2024-12-31", "not"],
    [{ from: "2025-01-01", until: null }, "2025-01-01", "in-force"],
    // Half-open: on the first day of the next version this one is no longer in force.
    [{ from: "2020-01-01", until: "2025-01-01" }, "2024-12-31", "in-force"],
    [{ from: "2020-01-01", until: "2025-01-01" }, "2025-01-01", "not"],
    // Order № 99 of 27.11.2024: in force ten days after a publication whose day the text does not say.
    [{ from: "unknown", until: null, adopted: "2024-11-27" }, "2024-11-26", "not"],
    [{ from: "unknown", until: null, adopted: "2024-11-27" }, "2024-11-27", "perhaps"],
    [{ from: "unknown", until: null, adopted: "2024-11-27" }, "2026-01-01", "perhaps"],
    [{ from: { assumed: "2025-01-01", why: "…" }, until: null }, "2025-01-01", "perhaps"],
    [{ from: { assumed: "2025-01-01", why: "…" }, until: null }, "2024-12-31", "not"],
    // Repealed by an act of 20.04.2020: nobody is judged by it from that day on, though its last day is unknown.
    [{ from: "2015-10-01", until: "unknown", repealed: "2020-04-20" }, "2020-04-19", "in-force"],
    [{ from: "2015-10-01", until: "unknown", repealed: "2020-04-20" }, "2020-04-20", "not"],
    [{ from: "2015-10-01", until: "unknown" }, "2030-01-01", "perhaps"],
  ] as const)("%o on %s: %s", (inForce, day, standing) => {
    expect(standingOn(inForce, day)).toBe(standing);
  });
});
