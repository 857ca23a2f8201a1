import { describe, expect, it } from "vitest";
import { kazakh } from "../../src/language/kk/kazakh.ts";
import { russian } from "../../src/language/ru/russian.ts";
import { plainText } from "../../src/ingest/plain-text.ts";
import { repair } from "../../src/repair/repair.ts";
import { REPAIRS } from "../../src/repair/repairs.ts";
import type { SourceText } from "../../src/ingest/source-text.ts";

const source = (content: string): SourceText => ({
  document: "t.txt",
  sha256: "",
  content,
  format: "text",
  layout: "indents",
  blocks: plainText.blocks(content),
});

describe("each repair mends its examples and leaves the others", () => {
  for (const one of REPAIRS)
    it.each(one.examples.map(([received, reads, language = "kk"]) => ({ received, reads, language })))(
      `${one.id}: $received reads $reads`,
      ({ received, reads, language }) => {
        const { paragraphs } = repair(source(received), language === "ru" ? russian : kazakh, [one]).value;
        expect(paragraphs.map(({ passage }) => passage.text).join("\n")).toBe(reads);
      },
    );

  it("each has at least one example to mend and one to leave", () => {
    for (const { id, examples } of REPAIRS) {
      const unmended = (text: string): string =>
        repair(source(text), kazakh, [])
          .value.paragraphs.map(({ passage }) => passage.text)
          .join("\n");
      const mends = examples.map(([received, reads]) => unmended(received) !== reads);
      expect(new Set(mends), id).toEqual(new Set([true, false]));
    }
  });
});

describe("all repairs together", () => {
  const read = (content: string): string =>
    repair(source(content), kazakh)
      .value.paragraphs.map(({ passage }) => passage.text)
      .join("\n");

  it("puts link words back and closes the mark they were run on to", () => {
    expect(read("      шағымдану Стандарттың  сәйкес жүзеге асырылады.3-бөліміне")).toBe(
      "шағымдану Стандарттың 3-бөліміне сәйкес жүзеге асырылады.",
    );
  });

  it("leaves genuine single letters, abbreviations, initials and telephone numbers", () => {
    for (const text of [
      "      Т.А.Ә. (ол болған жағдайда), А. Б. Сәрсенов және Қ. М. Ирменов",
      '      сондай-ақ "1414", 8-800-080-7777 нөмірі арқылы, 8 (727) 3974790 8 (727) 3974472',
      "      а) тармақша; б) тармақша; в) тармақша",
      "      № 035-2/е және № 079/е нысандары бойынша",
    ])
      expect(read(text)).toBe(text.trim());
  });

  it("says which look-alikes it found, for the drafter", () => {
    const { findings } = repair(source("      тiркелгенiн растайтын құжат"), kazakh);
    expect(findings.map(({ code }) => code)).toEqual(["repair/look-alike", "repair/look-alike"]);
  });

  it("leaves letters one space apart that it cannot part into words, and says so", () => {
    const { value, findings } = repair(
      { ...source("Қызмет ө т і н і ш і н е г і з"), layout: "marks" },
      kazakh,
    );
    expect(value.edits).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(["repair/stretched-words"]);
  });
});
