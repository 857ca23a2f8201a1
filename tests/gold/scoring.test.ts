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

  it("calls a right rule whole where it can be used as it stands", () => {
    const paper = (quote: string, more: object = {}): Row => ({ kind: "document", lines: [1, 1], quote, ...more });
    const whole = (gold: Row, predicted: Row): number => score([gold], [predicted]).tallies[gold.kind]!.whole.hits;
    const gold = paper("еңбек шартының көшірмесі", { condition: "өкіл үшін" });
    expect(whole(gold, paper("еңбек шартының көшірмесі", { condition: "егер өкіл болса" }))).toBe(1);
    expect(whole(gold, paper("еңбек шартының көшірмесі"))).toBe(0);
    expect(whole(gold, paper("еңбек шарты", { condition: "өкіл" }))).toBe(1);
    expect(whole(gold, paper("полис", { condition: "өкіл" }))).toBe(0);
    expect(whole(term(1, 5, { subject: "service" }), term(1, 5, { subject: "step" }))).toBe(0);
    expect(whole(term(1, 5, { subject: "service", subjectAlso: ["step"] }), term(1, 5, { subject: "step" }))).toBe(1);
    const fee = (amount: number, currency: string): Row => ({ kind: "fee", lines: [1, 1], free: false, amount, currency });
    expect([whole(fee(2, "MCI"), fee(2, "MCI")), whole(fee(2, "MCI"), fee(2, "KZT"))]).toEqual([1, 0]);
  });

  it("takes another stage of a refusal where gold allows it", () => {
    const ground = (stage: string, more: object = {}): Row => ({ kind: "refusal", lines: [1, 1], stage, ...more });
    const right = (gold: Row): number => score([gold], [ground("service")]).tallies["refusal"]!.right.hits;
    expect([right(ground("intake")), right(ground("intake", { stageAlso: ["service"] }))]).toEqual([0, 1]);
  });

  it("leaves out predictions beyond the lines that the gold covers", () => {
    expect(score([term(5, 5)], [term(5, 5), term(50, 5)]).tallies["deadline"]!.pred).toBe(1);
  });
});
