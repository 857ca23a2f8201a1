import { describe, expect, it } from "vitest";
import { day } from "../../src/calendar/day.ts";
import { Library } from "../../src/library/library.ts";
import { Trouble } from "../../src/model/trouble.ts";
import type { InForce } from "../../src/model/in-force.ts";

const version = (name: string, inForce: InForce): { file: string; sha256: string; book: never } => ({
  file: `${name}.json`,
  sha256: name,
  book: { id: "x/1", service: { id: "passport", name: {} }, version: name, inForce, rules: [] } as never,
});
const library = new Library(
  [
    version("old", { from: "2015-10-01", until: "2020-04-20" }),
    version("new", { from: "2020-04-20", until: null }),
    version("next", { from: "2030-01-01", until: null }),
  ],
  { facts: [], documents: [] },
);
const named = (at: string | undefined, today: string): string | undefined =>
  library.volumeFor("x/1", at === undefined ? undefined : day(at), day(today)).book.version;

describe("the version of a service for those who look it up", () => {
  it("is the one in force on the day that they name, whatever today is", () => {
    expect(named("2016-01-01", "2025-03-17")).toBe("old");
    expect(named("2020-04-20", "2025-03-17")).toBe("new");
  });

  it("is today's where they name no day, and the latest where none is in force", () => {
    expect(named(undefined, "2016-01-01")).toBe("old");
    expect(named(undefined, "2025-03-17")).toBe("new");
    expect(named(undefined, "2010-01-01")).toBe("next");
  });

  it("is found by the service's own name as well", () => {
    expect(library.volumeFor("passport", undefined, day("2025-03-17")).book.version).toBe("new");
  });

  it("is none on a day before all of them: the intervals are told", () => {
    const before = (): unknown => library.volumeFor("x/1", day("2010-01-01"), day("2025-03-17"));
    expect(before).toThrow(Trouble);
    expect(before).toThrow("no version of x/1 at hand was in force on 2010-01-01");
  });
});

describe("the version that judges a request", () => {
  // Shaped after resolution № 118 of Kyzylorda, repealed by № 163 of 06.02.2020 in force ten days after its publication.
  const repealed = new Library(
    [
      version("repealed", {
        from: "unknown",
        until: "unknown",
        adopted: "2015-08-10",
        entersAfterDays: 10,
        repealed: "2020-02-06",
        repealedAfterDays: 10,
      }),
    ],
    { facts: [], documents: [] },
  );
  const standingOn = (day: string): string =>
    repealed.judge({ service: "x/1", channel: "portal", submitted: `${day}T10:00` }).rulebook.standing;

  it("surely is in force until the repeal can have taken effect, and perhaps afterwards", () => {
    expect(standingOn("2020-02-10")).toBe("in-force");
    expect(standingOn("2020-02-17")).toBe("perhaps");
    expect(standingOn("2019-05-06")).toBe("perhaps");
  });

  it("is none before the days have passed that the act's own words need, and none long after its repeal", () => {
    expect(() => standingOn("2015-08-20")).toThrow("no version of x/1 at hand was in force on 2015-08-20");
    expect(() => standingOn("2024-01-01")).toThrow(Trouble);
  });

  it("is the one that surely is in force where an older one perhaps is still", () => {
    const both = new Library(
      [
        version("old", { from: "2015-10-01", until: "unknown", repealed: "2020-02-06" }),
        version("new", { from: "2020-02-06", until: null }),
      ],
      { facts: [], documents: [] },
    );
    const { rulebook } = both.judge({ service: "x/1", channel: "portal", submitted: "2020-03-01T10:00" });
    expect([rulebook.version, rulebook.standing]).toEqual(["new", "in-force"]);
  });
});
