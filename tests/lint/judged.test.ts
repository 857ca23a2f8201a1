import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lookAlikes } from "../../src/lint/look-alikes.ts";
import { draftOf } from "../../src/lint/draft.ts";
import { lint } from "../../src/lint/lint.ts";
import { grammar } from "../../src/language/kk/grammar.ts";
import { LINTS } from "../../src/lint/lints.ts";
import type { Citation } from "../../src/model/citation.ts";
import { read } from "../../src/reading.ts";
import { lineIndex } from "../../src/model/line-index.ts";
import judged from "./judged-002-003.json" with { type: "json" };
import oddities from "./oddities-002-003.json" with { type: "json" };

const FILES = ["002_b0c7419236df1d07", "003_dbe8bee5fdfd350b"];

/** Findings of the default set on one text of the corpus, as `file code line beside`. */
function findingsOf(stem: string): readonly string[] {
  const file = `${stem}.txt`;
  const reading = read(readFileSync(new URL(`../../corpus/${file}`, import.meta.url)), { file });
  const line = lineIndex(reading.content);
  const at = (cite: Citation | undefined): number =>
    cite?.spans[0] === undefined ? 0 : line(cite.spans[0].start).line;
  const draft = draftOf(file, reading.tree, reading.candidates, lookAlikes(reading));
  return lint(draft, LINTS, grammar).map(({ code, because }) =>
    [stem, code.slice(5), at(because?.[0]), at(because?.[1])].join(" "),
  );
}

describe("the default set on orders 99 of 2024 and 49 of 2020, held against what people judged", () => {
  const found = FILES.flatMap(findingsOf);
  const byKey = new Map(
    judged.map((one) => [[one.file, one.code, one.line, one.beside ?? 0].join(" "), one]),
  );

  it("is right in at least 95 of 100 findings; what nobody has judged counts as wrong", () => {
    const right = found.filter((key) => byKey.get(key)?.right === true);
    expect(found.length).toBeGreaterThan(70);
    expect(found.filter((key) => !byKey.has(key)).length / found.length).toBeLessThanOrEqual(0.05);
    expect(right.length / found.length).toBeGreaterThanOrEqual(0.95);
  });

  it("finds at least 80 of 100 oddities about numbers, times, references and numbering, the weak ones included", () => {
    const told = new Set(
      found.map((key) => byKey.get(key)).map((one) => `${one?.file ?? ""} ${one?.oddity ?? ""}`),
    );
    const asked = oddities.filter(({ about }) => about !== "papers");
    const missed = asked.filter(({ file, oddity }) => !told.has(`${file} ${oddity}`));
    const strict = asked.filter(({ weak }) => weak !== true);
    expect(missed.filter(({ weak }) => weak !== true).length / strict.length).toBeLessThanOrEqual(0.2);
    expect(missed.length / asked.length).toBeLessThanOrEqual(0.2);
  });

  it("says nothing of what the conversion did: each judgement that is right names a fault of the regulation", () => {
    expect(judged.filter(({ oddity }) => !/^[A-E]\d+$/u.test(oddity))).toEqual([]);
  });
});
