import { describe, expect, it } from "vitest";
import { bands } from "./bands.ts";
import { brier, heardTwins } from "./twins.ts";

describe("confidence once the text in the other language has been heard, against gold", () => {
  it("is nearer the truth where nothing is damaged: right rules are surer", async () => {
    const { alone, heard } = await heardTwins(0, 1);
    expect(brier(heard)).toBeLessThan(brier(alone));
    expect(bands(heard)[0]!.rules).toBeGreaterThan(bands(alone)[0]!.rules);
  });

  it("is nearer the truth where three words in a hundred are lost: the sure are more, and oftener right", async () => {
    const { alone, heard } = await heardTwins(3, 4);
    const [before, after] = [bands(alone)[0]!, bands(heard)[0]!];
    expect(before.right).toBeLessThan(before.rules);
    expect(brier(heard)).toBeLessThan(brier(alone));
    expect(after.rules).toBeGreaterThan(before.rules);
    expect(after.right / after.rules).toBeGreaterThan(before.right / before.rules);
  });
});
