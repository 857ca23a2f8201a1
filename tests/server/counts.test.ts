import { describe, expect, it } from "vitest";
import { ConnectionCounts, RequestCounts } from "../../src/server/api/counts.ts";
import { neighbourhood } from "../../src/server/api/neighbourhood.ts";

describe("requests of each who asks", () => {
  it("are counted from the first of a minute on, each by itself", () => {
    let now = 1000;
    const counts = new RequestCounts(() => now);
    expect([counts.asked("a"), counts.asked("a"), counts.asked("b")].map(({ count }) => count)).toEqual([
      1, 2, 1,
    ]);
    now += 59_999;
    expect(counts.asked("a")).toEqual({ count: 3, leftMs: 1 });
    now += 1;
    expect(counts.asked("a")).toEqual({ count: 1, leftMs: 60_000 });
  });

  it("are counted anew where the clock was put back: nobody waits for an hour", () => {
    let now = 3_600_000;
    const counts = new RequestCounts(() => now);
    counts.asked("a");
    now = 0;
    expect(counts.asked("a")).toEqual({ count: 1, leftMs: 60_000 });
  });

  it.each([
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::9", true],
    ["2001:db8:1:2::1", "2001:db8:1:3::1", false],
    ["::ffff:10.0.0.1", "::ffff:10.0.0.2", false],
    ["10.0.0.1", "10.0.0.2", false],
  ])("come from one place where whoever has one address has the other: %s and %s", (one, other, same) => {
    expect(neighbourhood(one) === neighbourhood(other)).toBe(same);
  });
});

describe("connections of several processes", () => {
  it("are so many all together; what a process had open is free once it is gone", () => {
    const counts = new ConnectionCounts(3);
    const [one, other] = [counts.ofOne(), counts.ofOne()];
    expect([one.opened(), one.opened(), other.opened(), other.opened(), one.opened()]).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    one.closed();
    expect([other.opened(), other.opened()]).toEqual([true, false]);
    one.gone();
    // What it says late changes nothing.
    one.closed();
    expect([one.opened(), other.opened(), other.opened()]).toEqual([false, true, false]);
  });
});
