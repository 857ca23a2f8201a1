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
