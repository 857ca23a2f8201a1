import { describe, expect, it } from "vitest";
import { CUES } from "../../src/language/cues.ts";
import { nounForms, nounPhrases, type NounCase } from "../../src/language/kk/nouns.ts";

/** From any grammar of Kazakh: of one, of many, owned, each in a case. */
const DECLINED: readonly (readonly [stem: string, nounCase: NounCase, forms: readonly string[]])[] = [
  ["құжат", "nominative", ["құжат", "құжаттар", "құжаты", "құжаттары"]],
  ["куәлік", "nominative", ["куәлік", "куәліктер", "куәлігі", "куәліктері"]],
  ["анықтама", "accusative", ["анықтаманы", "анықтамаларды", "анықтамасын", "анықтамаларын"]],
  ["диплом", "genitive", ["дипломның", "дипломдардың", "дипломының", "дипломдарының"]],
  ["өтініш", "instrumental", ["өтінішпен", "өтініштермен", "өтінішімен", "өтініштерімен"]],
  ["қағаз", "instrumental", ["қағазбен", "қағазымен"]],
  ["лицензия", "genitive", ["лицензияның", "лицензиялардың", "лицензиясының"]],
];

describe("nouns of Kazakh", () => {
  it.each(DECLINED)("%s in the %s are written as grammars have them", (stem, nounCase, forms) => {
    expect(nounForms(stem, nounCase)).toEqual(expect.arrayContaining([...forms]));
  });

  it("keep to the vowels of their stem, and to their case", () => {
    expect(nounForms("құжат", "nominative")).not.toContain("құжаттер");
    expect(nounForms("куәлік", "genitive")).not.toContain("куәліктың");
    for (const [stem, nounCase, forms] of DECLINED)
      for (const other of ["nominative", "accusative", "genitive", "instrumental"] as const)
        if (other !== nounCase)
          for (const form of forms) expect(nounForms(stem, other), `${form} ${other}`).not.toContain(form);
  });

  it("stand for cues of the list", () => {
    const all: readonly string[] = Object.values(CUES).flat();
    expect(Object.keys(nounPhrases().phrases).filter((cue) => !all.includes(cue))).toEqual([]);
    for (const cue of CUES.nouns) expect(nounPhrases().phrases[cue]!.length).toBeGreaterThan(0);
  });
});
