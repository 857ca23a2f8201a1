import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRulebooks, rulebookFiles } from "../../src/files/read-rulebook.ts";
import { root } from "../../src/files/root.ts";
import { faults } from "../../src/files/validate.ts";
import { canonical } from "../../src/rulebook/canonical.ts";
import type { Condition } from "../../src/model/condition.ts";
import type { Source } from "../../src/model/source.ts";
import type { Vocabulary } from "../../src/model/vocabulary.ts";

const vocabulary = JSON.parse(readFileSync(join(root, "rules/vocabulary.json"), "utf8")) as Vocabulary;
const facts = new Set([...vocabulary.facts.map(({ id }) => id), "channel"]);
const documents = new Set(vocabulary.documents.map(({ id }) => id));

const corpus = (file: string): string => readFileSync(join(root, "corpus", file), "utf8");
const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;
/** Latin letters that the texts have in the middle of Kazakh words, which a quote gives as the Cyrillic ones they look like. */
const LATIN = "aceiopxyABCEHIKMOPTX";
const CYRILLIC = "асеіорхуАВСЕНІКМОРТХ";
const inOneScript = (letter: string): string => CYRILLIC[LATIN.indexOf(letter)] ?? letter;

/** The letters and digits of some words, whatever their order: displaced words change order, line breaks and hyphens come and go. */
const letters = (words: string): string =>
  Array.from(words.normalize("NFC").matchAll(/[\p{L}\p{N}]/gu), ([letter]) => inOneScript(letter))
    .sort()
    .join("");

const factsOf = (condition: Condition): string[] =>
  "fact" in condition
    ? [condition.fact]
    : "not" in condition
      ? factsOf(condition.not)
      : ("all" in condition ? condition.all : condition.any).flatMap(factsOf);

describe.each(rulebookFiles(join(root, "rules")))("%s", (file) => {
  const [{ book }] = readRulebooks([file]) as [ReturnType<typeof readRulebooks>[0]];
  const sourced = book.rules.flatMap(({ id, source }) => (source === undefined ? [] : [{ id, source }]));

  it("is in the canonical form", () => {
    expect(readFileSync(file, "utf8")).toBe(canonical(book));
  });

  it("cites the very text that is in corpus/", () => {
    for (const name of new Set(sourced.map(({ source }) => source.file))) {
      const sha256 = createHash("sha256")
        .update(readFileSync(join(root, "corpus", name)))
        .digest("hex");
      expect(new Set(sourced.map(({ source }) => (source.file === name ? source.sha256 : sha256)))).toEqual(
        new Set([sha256]),
      );
    }
  });

  it("quotes what stands at the spans, letter for letter", () => {
    const said = ({ source }: { source: Source }): string =>
      source.spans.map(({ start, end }) => corpus(source.file).slice(start, end)).join(" ");
    expect(
      sourced.filter((rule) => letters(said(rule)) !== letters(rule.source.quote)).map(({ id }) => id),
    ).toEqual([]);
  });

  it("names the lines that the spans touch", () => {
    for (const { source } of sourced) {
      const text = corpus(source.file);
      const first = Math.min(...source.spans.map(({ start }) => lineAt(text, start)));
      const last = Math.max(...source.spans.map(({ end }) => lineAt(text, end - 1)));
      expect(source.lines).toEqual([first, last]);
    }
  });

  it("uses facts and documents of the vocabulary", () => {
    const used = book.rules.flatMap((rule) => ("when" in rule ? factsOf(rule.when) : []));
    expect(used.filter((fact) => !facts.has(fact))).toEqual([]);
    const asked = book.rules.flatMap((rule) =>
      rule.kind === "document" && rule.document !== undefined ? [rule.document] : [],
    );
    expect(asked.filter((type) => !documents.has(type))).toEqual([]);
  });

  it("says of every rule who reviewed it and when", () => {
    const unsigned = book.rules.filter(({ review }) => review?.by === undefined || review.at === undefined);
    expect(unsigned.map(({ id }) => id)).toEqual([]);
  });
});

describe("the vocabulary", () => {
  it("fits its schema and names each thing once", () => {
    expect(faults("vocabulary", vocabulary)).toEqual([]);
    expect(facts.size).toBe(vocabulary.facts.length + 1);
    expect(documents.size).toBe(vocabulary.documents.length);
  });
});
