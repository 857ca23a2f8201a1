import { describe, expect, it } from "vitest";
import { figures, score, type Row } from "./scoring.ts";

const term = (line: number, amount: number, more: object = {}): Row => ({
  kind: "deadline",
  lines: [line, line],
  amount,
  unit: "minute",
  ...more,
});

describe("scoring", () => {
  it("lets a line of slack pass and no more", () => {
    const { tallies } = score([term(1, 5), term(10, 5), term(20, 5)], [term(2, 5), term(12, 5)]);
    expect(tallies["deadline"]!.right.hits).toBe(1);
  });

  it("tells found from right, and counts 90 seconds as 1.5 minutes", () => {
    const gold = [term(1, 1.5), term(5, 5)];
    const { tallies } = score(gold, [{ ...term(1, 90), unit: "second" }, term(5, 6)]);
    expect(figures(tallies["deadline"]!, "found").f1).toBe(1);
    expect(figures(tallies["deadline"]!, "right")).toEqual({ p: 0.5, r: 0.5, f1: 0.5 });
  });

  it("gives up a near pair where that lets both gold rules have one", () => {
    const gold = [term(2, 5), term(1, 5), term(9, 99)];
    const { tallies } = score(gold, [term(2, 5), term(3, 5)]);
    expect(tallies["deadline"]!.right.hits).toBe(2);
  });

  it("lets debatable gold absorb a prediction without counting it", () => {
    const gold = [term(1, 5), term(9, 7, { debatable: true })];
    const { tallies } = score(gold, [term(1, 5), term(9, 8)]);
    expect(figures(tallies["deadline"]!, "right")).toEqual({ p: 1, r: 1, f1: 1 });
  });

  it("compares attributes on right rules only, and only where gold has them", () => {
    const gold = [term(1, 5, { channel: "portal", actor: "тіркеуші" }), term(5, 5)];
    const predicted = [term(1, 5, { channel: "phone", actor: "дәрігер" }), term(5, 5, { channel: "post" })];
    expect(score(gold, predicted).tallies["deadline"]!.attributes).toEqual({
      "attr channel": { of: 1, hits: 0 },
      "has actor": { of: 1, hits: 1 },
    });
  });

  it("leaves out predictions beyond the lines that the gold covers", () => {
    expect(score([term(5, 5)], [term(5, 5), term(50, 5)]).tallies["deadline"]!.pred).toBe(1);
  });
});
