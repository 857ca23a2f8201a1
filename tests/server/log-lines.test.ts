import { describe, expect, it, vi } from "vitest";
import { LogLines } from "../../src/server/api/log-lines.ts";

describe("lines of the log", () => {
  it("are written together in their order, a moment later or when that is asked for", () => {
    vi.useFakeTimers();
    const written: string[] = [];
    const lines = new LogLines((text) => written.push(text));
    lines.add({ a: 1 });
    lines.add({ a: 2 });
    expect(written).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(written).toEqual(['{"a":1}\n{"a":2}\n']);
    lines.add({ a: 3 });
    lines.flush();
    lines.flush();
    vi.advanceTimersByTime(1000);
    expect(written).toEqual(['{"a":1}\n{"a":2}\n', '{"a":3}\n']);
    vi.useRealTimers();
  });

  it("do not pile up", () => {
    const written: string[] = [];
    const lines = new LogLines((text) => written.push(text));
    for (let count = 0; count < 10_000; count += 1) lines.add({ count });
    expect(written.length).toBeGreaterThan(0);
    lines.flush();
    expect(written.join("").trimEnd().split("\n")).toHaveLength(10_000);
  });
});
