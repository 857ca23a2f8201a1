import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Laws } from "../../src/library/laws.ts";
import { readRulebook, readRulebooks } from "../../src/files/read-rulebook.ts";
import { readLaw } from "../../src/files/read-law.ts";
import { Trouble } from "../../src/model/trouble.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";

const book = (more: Partial<Rulebook>): Rulebook => ({ id: "made", rules: [], ...more });
const laws = new Laws();
const grounds = (more: Partial<Rulebook>): string[] =>
  (laws.beneath(book(more))?.provisions ?? []).flatMap(({ kind, id }) => (kind === "refusal" ? [id] : []));
const folder = mkdtempSync(join(tmpdir(), "law-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("the law beneath a rulebook", () => {
  it("is that of its calendar's country; a book of no country, or that says so, has none", () => {
    expect(laws.beneath(book({ calendar: "kz" }))?.law.country).toBe("kz");
    expect(laws.beneath(book({}))).toBeUndefined();
    expect(laws.beneath(book({ calendar: "kz", law: "none" }))).toBeUndefined();
    expect(laws.beneath(book({ calendar: "uz" }))).toBeUndefined();
  });

  it("that a book names and nobody has is told", () => {
    expect(() => laws.beneath(book({ law: { country: "uz" } }))).toThrow(Trouble);
  });

  it("licences have the grounds of the Law on permits, not those of every service (art. 19-1(4))", () => {
    const service = grounds({ calendar: "kz" });
    const licence = grounds({ law: { country: "kz", scope: "licence" } });
    expect(service.filter((id) => id.includes("/zgu/19-1-2-"))).toHaveLength(6);
    expect(service.some((id) => id.includes("/zru/"))).toBe(false);
    expect(licence.some((id) => id.includes("/zgu/19-1-2-"))).toBe(false);
    expect(licence.filter((id) => id.includes("/zru/32-1-"))).toHaveLength(7);
  });

  it("leaves out what the book sets aside", () => {
    const without = ["kz-law/zgu/19-1-2-3"];
    expect(grounds({ law: { country: "kz", without } })).not.toContain(without[0]);
  });

  it("comes from the user's own folder where that has one", () => {
    mkdirSync(join(folder, "uz-law"));
    const act = { id: "X", title: "Qonun", number: "1", date: "2020-01-01" };
    const rule = {
      id: "uz-law/x/1",
      kind: "deadline",
      subject: "service",
      amount: 10,
      unit: "working-day",
      cite: "1-modda",
      words: { uz: "o'n ish kuni" },
      inForce: { from: "2020-01-01", until: null },
    };
    const law = { id: "uz-law/x", country: "uz", language: "uz", act, readAsOf: [], rules: [rule] };
    writeFileSync(join(folder, "uz-law/x.json"), JSON.stringify(law));
    expect(new Laws([folder]).of("uz")?.books[0]?.rules[0]?.cite).toBe("1-modda");
    writeFileSync(join(folder, "uz-law/y.json"), JSON.stringify({ ...law, country: "kg" }));
    expect(() => readLaw("uz", [folder])).toThrow(/is law of kg among that of uz/);
    expect(() => readLaw("uz", [folder])).toThrow(Trouble);
  });
});

describe("a rulebook", () => {
  it("is never made of the law's files, which no folder of rulebooks hands over", () => {
    for (const { file } of readRulebooks()) expect(file).not.toContain("-law");
  });

  it("may say what its service gives and what is set aside", () => {
    const file = join(folder, "licence.json");
    const law = { country: "kz", scope: "licence", without: ["kz-law/zru/33-8"] };
    writeFileSync(file, JSON.stringify({ id: "made/licence", law, rules: [] }));
    expect(readRulebook(file).law).toEqual(law);
  });
});
