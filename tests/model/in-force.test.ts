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
    // Of an act of 27.11.2024 in force from a publication whose day the text does not say.
    [{ from: "unknown", until: null, adopted: "2024-11-27" }, "2024-11-26", "not"],
    [{ from: "unknown", until: null, adopted: "2024-11-27" }, "2024-11-27", "perhaps"],
    [{ from: "unknown", until: null, adopted: "2024-11-27" }, "2026-01-01", "perhaps"],
    [{ from: { assumed: "2025-01-01", why: "…" }, until: null }, "2025-01-01", "perhaps"],
    [{ from: { assumed: "2025-01-01", why: "…" }, until: null }, "2024-12-31", "not"],
    [
      { from: { assumed: "2025-01-01", surely: "2025-02-01", why: "…" }, until: null },
      "2025-01-31",
      "perhaps",
    ],
    [
      { from: { assumed: "2025-01-01", surely: "2025-02-01", why: "…" }, until: null },
      "2025-02-01",
      "in-force",
    ],
    [{ from: "2015-10-01", until: "unknown" }, "2030-01-01", "perhaps"],
  ] as const)("%o on %s: %s", (inForce, day, standing) => {
    expect(standingOn(inForce, day)).toBe(standing);
  });

  // Order № 99, clause 4: «алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткеннен соң қолданысқа енгізіледі».
  // Published on 27 November at the earliest: the ten days are 28 November to 7 December.
  const order99 = { from: "unknown", until: null, adopted: "2024-11-27", entersAfterDays: 10 } as const;
  it.each([
    ["2024-11-27", "not"],
    ["2024-12-07", "not"],
    ["2024-12-08", "perhaps"],
    ["2026-01-01", "perhaps"],
  ] as const)("is no perhaps while the days that its own words need have not passed: %s", (day, standing) => {
    expect(standingOn(order99, day)).toBe(standing);
  });

  // Repealed by resolution № 163 of 06.02.2020, «алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң
  // қолданысқа енгізіледі»: published on 6 February at the earliest, the ten days are 7 to 16 February.
  const qyzylorda = {
    from: "unknown",
    until: "unknown",
    adopted: "2015-08-10",
    entersAfterDays: 10,
    repealed: "2020-02-06",
    repealedAfterDays: 10,
  } as const;
  it.each([
    ["2015-08-20", "not"],
    ["2015-08-21", "perhaps"],
    ["2020-02-05", "perhaps"],
    ["2020-02-06", "in-force"],
    ["2020-02-10", "in-force"],
    ["2020-02-16", "in-force"],
    ["2020-02-17", "perhaps"],
    ["2020-05-01", "perhaps"],
    ["2024-01-01", "not"],
  ] as const)(
    "is sure until a repeal can have taken effect, and perhaps from then on: %s",
    (day, standing) => {
      expect(standingOn(qyzylorda, day)).toBe(standing);
    },
  );

  it("perhaps ends on the very day of a repeal that takes effect with its publication", () => {
    const repealed = { from: "2015-10-01", until: "unknown", repealed: "2020-04-20" } as const;
    expect(standingOn(repealed, "2020-04-19")).toBe("in-force");
    expect(standingOn(repealed, "2020-04-20")).toBe("perhaps");
  });

  it("is a perhaps no longer once its end has surely come", () => {
    const ended = { from: "2015-10-01", until: { assumed: "2020-02-17", surely: "2020-03-01", why: "…" } };
    expect(standingOn(ended, "2020-02-16")).toBe("in-force");
    expect(standingOn(ended, "2020-02-29")).toBe("perhaps");
    expect(standingOn(ended, "2020-03-01")).toBe("not");
  });
});
